#include "base/base.h"

#include "schema/schema.h"

/*
 * The tables. Each row: canonical name, type, and the plain names that exports use for it, folded
 * (lower case, blanks for other signs), in ranks apart by `;`, the surest first. Money that was
 * paid ranks before money that was asked for. A bare "id" is the record's own.
 */

static const struct schema_column customers[] = {
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|customer code|client id|client no|account id|account number|"
     "member id|member no|user id|buyer id|客户编号|客户id|客户号|客户代码|会员号|会员编号|会员id|"
     "用户id|买家id;id|编号"},
    {"name", SCHEMA_TEXT,
     "customer name|client name|full name|display name|客户名称|客户姓名|会员姓名|买家姓名;姓名|名称"},
    {"company", SCHEMA_TEXT, "company name|account name|organisation|organization|公司|公司名称|单位名称"},
    {"contact", SCHEMA_TEXT, "contact name|contact person|联系人|联系人姓名"},
    {"email", SCHEMA_EMAIL,
     "e mail|email address|e mail address|customer email|邮箱|电子邮箱|电子邮件|邮箱地址;mail"},
    {"phone", SCHEMA_PHONE,
     "phone number|mobile|mobile phone|mobile number|cell phone|telephone|手机|手机号|手机号码|"
     "联系手机;联系电话|电话|电话号码|tel"},
    {"role", SCHEMA_TEXT, "customer role|角色|客户角色|往来性质"},
    {"tax_id", SCHEMA_ID, "vat|vat id|vat number|税号|纳税人识别号|统一社会信用代码"},
    {"address", SCHEMA_TEXT, "street|street address|地址|详细地址|联系地址"},
    {"city", SCHEMA_TEXT, "town|城市|市|所在城市"},
    {"region", SCHEMA_TEXT, "state|province|county|省|省份|地区|区域"},
    {"postcode", SCHEMA_ID, "zip|zip code|postal code|post code|邮编|邮政编码"},
    {"country", SCHEMA_TEXT, "country region|国家|国家 地区"},
    {"industry", SCHEMA_TEXT, "sector|行业|所属行业"},
    {"owner", SCHEMA_TEXT,
     "account manager|sales rep|salesperson|contact owner|负责人|归属人|业务员|客户经理|销售"},
    {"source", SCHEMA_TEXT, "lead source|original source|来源|客户来源|渠道来源"},
    {"stage", SCHEMA_TEXT, "lifecycle stage|lead status|阶段|线索阶段|客户阶段|生命周期"},
    {"tier", SCHEMA_TEXT, "rating|customer level|level|客户级别|客户等级|会员等级|等级|意向级别"},
    {"created_at", SCHEMA_DATE,
     "created|create date|created date|created time|registered at|sign up date|signup date|"
     "registration date|customer since|创建时间|创建日期|建档日期|建档时间|注册时间|注册日期"},
    {"birthday", SCHEMA_DATE, "date of birth|birthdate|birth date|dob|生日|出生日期|客户生日"},
    {"last_touch", SCHEMA_DATE,
     "last activity date|last activity|last contact|last contacted|最后跟进时间|最近联系时间"},
    {"next_touch", SCHEMA_DATE, "next activity date|next contact|下次联系时间|下次跟进时间"},
    {"consent_email", SCHEMA_TEXT,
     "accepts email marketing|accepts marketing|email consent|email opt in|接受邮件营销"},
    {"consent_sms", SCHEMA_TEXT, "accepts sms marketing|sms consent|sms opt in|接受短信营销"},
    {"do_not_call", SCHEMA_TEXT, "donotcall|dnc|勿扰|禁止来电"},
    {"note", SCHEMA_TEXT, "notes|comment|comments|备注"},
};

static const struct schema_column transactions[] = {
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|customer code|client id|client no|account id|account number|"
     "member id|member no|user id|buyer id|客户编号|客户id|客户号|客户代码|会员号|会员编号|会员id|"
     "用户id|买家id;customer|client|买家会员名|买家昵称"},
    {"order_id", SCHEMA_ID,
     "order no|order number|order reference|order|invoice no|invoice number|invoice id|"
     "transaction id|receipt no|订单编号|订单号|订单id|单号|发票号;id|编号"},
    {"date", SCHEMA_DATE,
     "order date|order time|ordered at|invoice date|transaction date|purchase date|date of order|"
     "下单时间|下单日期|订单日期|订单时间|订单创建时间|买家下单时间|交易日期|交易时间|购买日期|"
     "购买时间;created at|created|create date|日期|时间|创建时间"},
    {"paid_at", SCHEMA_DATE,
     "paid|payment date|payment time|date paid|付款时间|支付时间|付款日期|订单付款时间|买家付款时间"},
    {"status", SCHEMA_STATUS,
     "order status|financial status|payment status|订单状态|交易状态;state|状态"},
    {"amount", SCHEMA_MONEY,
     "amount paid|paid amount|payment amount|paid total|实付金额|实付款|实际支付金额|"
     "买家实际支付金额|买家实付金额|订单实付金额|实收金额;"
     "net amount|net sales|line total|line amount|row total|extended price|revenue|sales|"
     "sales amount|销售额|销售金额|金额|交易金额|成交金额|小计"},
    {"refunded", SCHEMA_MONEY,
     "refund|refund amount|refunded amount|amount refunded|退款金额|退款|已退款金额|"
     "订单已退款金额|买家退款金额"},
    {"currency", SCHEMA_CURRENCY, "currency code|ccy|币种|货币"},
    {"quantity", SCHEMA_DECIMAL, "qty|units|number of items|item quantity|数量|件数|购买数量|宝贝总数量"},
    {"unit_price", SCHEMA_MONEY, "price|item price|price each|单价|价格|商品单价"},
    {"order_total", SCHEMA_MONEY,
     "order amount|order value|grand total|invoice total|订单金额|订单总额|订单总金额|应付金额;"
     "total|total amount|amount total|总金额|总额|合计"},
    {"sku", SCHEMA_ID,
     "product id|product code|item id|item code|stock code|article no|商家编码|商品编码|货号|产品编号"},
    {"item", SCHEMA_TEXT,
     "item name|product|product name|description|article|商品|商品名称|宝贝标题|产品名称|品名"},
    {"category", SCHEMA_TEXT, "product category|product type|品类|类目|分类|商品分类|产品类别"},
    {"cost", SCHEMA_MONEY, "unit cost|cost price|成本|成本价"},
    {"channel", SCHEMA_TEXT, "sales channel|order source|渠道|销售渠道|订单来源"},
    {"name", SCHEMA_TEXT,
     "customer name|client name|buyer name|客户名称|客户姓名|会员姓名|买家姓名|收货人姓名"},
    {"email", SCHEMA_EMAIL,
     "e mail|email address|customer email|buyer email|邮箱|电子邮箱|买家邮箱"},
    {"phone", SCHEMA_PHONE,
     "phone number|mobile|mobile phone|customer phone|手机|手机号|手机号码|联系手机|买家手机号;"
     "联系电话|电话"},
    {"order_state", SCHEMA_STATE, NULL},
    {"discount", SCHEMA_TEXT,
     "discount amount|discounts|order discount|优惠|优惠金额|折扣|折扣金额;discount code|coupon|优惠券"},
};

static const struct schema_column interactions[] = {
    {"interaction_id", SCHEMA_ID, "activity id|contact id|call id|跟进编号;id|编号"},
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|client id|account id|member id|user id|客户编号|客户id|客户号|"
     "会员号;customer|client"},
    {"date", SCHEMA_DATE,
     "activity date|contact date|contacted at|call date|visit date|跟进时间|跟进日期|联系时间|"
     "拜访日期|回访日期;created at|日期|时间"},
    {"channel", SCHEMA_TEXT, "contact channel|medium|联系方式|跟进方式|沟通方式|渠道"},
    {"direction", SCHEMA_TEXT, "inbound outbound|方向"},
    {"interaction_type", SCHEMA_TEXT, "activity type|contact type|type|跟进类型|类型"},
    {"owner", SCHEMA_TEXT, "agent|sales rep|salesperson|负责人|跟进人|业务员"},
    {"outcome", SCHEMA_TEXT, "result|跟进结果|回访结果|结果"},
    {"email", SCHEMA_EMAIL, "email address|customer email|邮箱"},
    {"phone", SCHEMA_PHONE, "phone number|mobile|手机|手机号|联系电话"},
    {"note", SCHEMA_TEXT, "notes|comment|跟进记录|跟进内容|备注"},
};

static const struct schema_column tickets[] = {
    {"ticket_id", SCHEMA_ID,
     "ticket no|ticket number|case id|case number|complaint id|request id|unique key|工单编号|工单号|"
     "投诉编号;issue key|工单id;issue id;id|编号"},
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|client id|account id|requester id|客户编号|客户id|客户号;"
     "customer|requester;contact id"},
    {"opened_at", SCHEMA_DATE,
     "opened|open date|created date|ticket created|reported at|投诉时间|投诉日期|受理时间|受理日期|"
     "报修时间|工单创建时间;"
     "created at|创建时间;created time|opening date|建单时间;created|提交时间"},
    {"first_response_at", SCHEMA_DATE,
     "first response|first reply at|first response time|首次响应时间|首次回复时间|首次答复时间;"
     "initial response time"},
    {"resolved_at", SCHEMA_DATE,
     "resolved|solved at|resolution date|解决时间|处理完成时间;resolved time|完成时间;办结时间"},
    {"closed_at", SCHEMA_DATE,
     "closed|close at|closed date|关闭时间|结案时间;closed time|closing date|完结时间|结单时间"},
    {"status", SCHEMA_TEXT, "ticket status|state|工单状态|状态|处理状态"},
    {"priority", SCHEMA_TEXT, "severity|seriousness|优先级|紧急程度;工单优先级"},
    {"category", SCHEMA_TEXT,
     "ticket type|complaint type|issue type|投诉类型|问题类型|工单类型;工单分类|问题分类|投诉分类;type"},
    {"team", SCHEMA_TEXT, "group|queue|workgroup|处理部门|班组;处理组|受理组;受理客服组"},
    {"agent", SCHEMA_TEXT,
     "assignee|assigned to|owner|处理人|受理人|客服;受理客服|处理客服;assigned to technician"},
    {"product", SCHEMA_TEXT, "product name|item|产品|产品名称|商品名称"},
    {"order_id", SCHEMA_ID, "order no|order number|订单编号|订单号"},
    {"email", SCHEMA_EMAIL, "email address|requester email|customer email|邮箱"},
    {"phone", SCHEMA_PHONE, "phone number|mobile|手机|手机号|联系电话;mobile phone;work phone"},
    {"reopenings", SCHEMA_TEXT,
     "reopened|reopens|reopen count|times reopened|重开次数|重新打开次数|是否重开"},
};

static const struct schema_column ticket_events[] = {
    {"ticket_id", SCHEMA_ID,
     "ticket no|ticket number|ticket|case id|case number|case|complaint id|request id|工单编号|"
     "工单号|投诉编号"},
    {"at", SCHEMA_DATE,
     "event at|event time|event timestamp|timestamp|time stamp|complete timestamp|occurred at|"
     "changed at|status changed at|操作时间|变更时间|事件时间|流转时间;"
     "time|date|created at|时间|日期|创建时间"},
    {"status", SCHEMA_TEXT,
     "new status|to status|ticket status|status after|状态|工单状态|新状态|变更后状态;state"},
    {"activity", SCHEMA_TEXT, "action|event|event name|event type|操作|动作|活动|事件|操作类型"},
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|client id|account id|requester id|客户编号|客户id|客户号;"
     "customer|requester"},
    {"agent", SCHEMA_TEXT,
     "resource|operator|assignee|assigned to|owner|处理人|操作人|受理人|客服"},
    {"team", SCHEMA_TEXT, "group|queue|workgroup|处理部门|班组"},
    {"priority", SCHEMA_TEXT, "severity|seriousness|优先级|紧急程度"},
    {"category", SCHEMA_TEXT, "ticket type|complaint type|issue type|投诉类型|问题类型|工单类型"},
    {"product", SCHEMA_TEXT, "product name|item|产品|产品名称|商品名称"},
    {"order_id", SCHEMA_ID, "order no|order number|订单编号|订单号"},
    {"email", SCHEMA_EMAIL, "email address|requester email|customer email|邮箱"},
    {"phone", SCHEMA_PHONE, "phone number|mobile|手机|手机号|联系电话"},
};

static const struct schema_column surveys[] = {
    {"response_id", SCHEMA_ID, "respondent id|respnum|answer id|问卷编号|答卷编号;id|编号"},
    {"customer_id", SCHEMA_ID,
     "customer no|customer number|client id|account id|客户编号|客户id|客户号;customer"},
    {"answered_at", SCHEMA_DATE,
     "answered|response date|submitted at|survey date|interview date|答题时间|答题日期|提交时间|"
     "提交日期|回访时间|回访日期;"
     "date|日期"},
    {"question", SCHEMA_TEXT, "question id|item|问题|题目"},
    {"answer", SCHEMA_TEXT, "response|rating|score|回答|答案|评分|得分|满意度|满意度评分"},
    {"weight", SCHEMA_DECIMAL, "survey weight|权重"},
    {"comment", SCHEMA_TEXT, "comments|feedback|verbatim|意见|评论|建议"},
    {"email", SCHEMA_EMAIL, "email address|邮箱"},
    {"phone", SCHEMA_PHONE, "phone number|mobile|手机|手机号"},
};

static const struct schema_column rollup[] = {
    {"customer_id", SCHEMA_ID, NULL},      {"currency", SCHEMA_CURRENCY, NULL},
    {"period", SCHEMA_TEXT, NULL},         {"first_date", SCHEMA_DATE, NULL},
    {"second_date", SCHEMA_DATE, NULL},    {"last_date", SCHEMA_DATE, NULL},
    {"prev_date", SCHEMA_DATE, NULL},      {"prev2_date", SCHEMA_DATE, NULL},
    {"rows", SCHEMA_INTEGER, NULL},        {"orders", SCHEMA_INTEGER, NULL},
    {"days", SCHEMA_INTEGER, NULL},        {"amount", SCHEMA_MONEY, NULL},
    {"first_amount", SCHEMA_MONEY, NULL},  {"gap_sq", SCHEMA_INTEGER, NULL},
    {"gap_max", SCHEMA_INTEGER, NULL},     {"refunds", SCHEMA_INTEGER, NULL},
    {"refund_amount", SCHEMA_MONEY, NULL},
};

static const struct schema_column scores[] = {
    {"customer_id", SCHEMA_ID, NULL},        {"currency", SCHEMA_CURRENCY, NULL},
    {"name", SCHEMA_TEXT, NULL},             {"recency_days", SCHEMA_INTEGER, NULL},
    {"frequency", SCHEMA_INTEGER, NULL},     {"monetary", SCHEMA_MONEY, NULL},
    {"r", SCHEMA_INTEGER, NULL},             {"f", SCHEMA_INTEGER, NULL},
    {"m", SCHEMA_INTEGER, NULL},             {"rfm", SCHEMA_TEXT, NULL},
    {"as_of", SCHEMA_DATE, NULL},            {"first_date", SCHEMA_DATE, NULL},
    {"second_date", SCHEMA_DATE, NULL},      {"last_date", SCHEMA_DATE, NULL},
    {"prev_date", SCHEMA_DATE, NULL},        {"prev2_date", SCHEMA_DATE, NULL},
    {"rows", SCHEMA_INTEGER, NULL},          {"orders", SCHEMA_INTEGER, NULL},
    {"days", SCHEMA_INTEGER, NULL},          {"amount", SCHEMA_MONEY, NULL},
    {"first_amount", SCHEMA_MONEY, NULL},    {"gap_sq", SCHEMA_INTEGER, NULL},
    {"gap_max", SCHEMA_INTEGER, NULL},       {"refunds", SCHEMA_INTEGER, NULL},
    {"refund_amount", SCHEMA_MONEY, NULL},   {"segment", SCHEMA_TEXT, NULL},
    {"tier", SCHEMA_TEXT, NULL},             {"tier_rank", SCHEMA_INTEGER, NULL},
    {"to_next_tier", SCHEMA_DECIMAL, NULL},  {"lifecycle", SCHEMA_TEXT, NULL},
    {"screening", SCHEMA_TEXT, NULL},        {"screening_rule", SCHEMA_TEXT, NULL},
    {"previous_tier", SCHEMA_TEXT, NULL},    {"tier_held", SCHEMA_INTEGER, NULL},
    {"move", SCHEMA_TEXT, NULL},             {"p_alive", SCHEMA_NUMBER, NULL},
    {"expected_orders", SCHEMA_NUMBER, NULL}, {"p_no_order", SCHEMA_NUMBER, NULL},
    {"order_value", SCHEMA_NUMBER, NULL},    {"expected_value", SCHEMA_NUMBER, NULL},
    {"clv", SCHEMA_NUMBER, NULL},            {"expected_orders_low", SCHEMA_NUMBER, NULL},
    {"expected_orders_high", SCHEMA_NUMBER, NULL}, {"clv_low", SCHEMA_NUMBER, NULL},
    {"clv_high", SCHEMA_NUMBER, NULL},
};

static const struct schema_column cohorts[] = {
    {"cohort", SCHEMA_TEXT, NULL},      {"age", SCHEMA_INTEGER, NULL},
    {"period", SCHEMA_TEXT, NULL},      {"customers", SCHEMA_INTEGER, NULL},
    {"active", SCHEMA_INTEGER, NULL},   {"retention", SCHEMA_NUMBER, NULL},
    {"orders", SCHEMA_INTEGER, NULL},   {"revenue", SCHEMA_MONEY, NULL},
    {"revenue_retention", SCHEMA_NUMBER, NULL}, {"complete", SCHEMA_INTEGER, NULL},
};

static const struct schema_column survival[] = {
    {"group", SCHEMA_TEXT, NULL},        {"customers", SCHEMA_NUMBER, NULL},
    {"time", SCHEMA_NUMBER, NULL},       {"at_risk", SCHEMA_NUMBER, NULL},
    {"events", SCHEMA_NUMBER, NULL},     {"censored", SCHEMA_NUMBER, NULL},
    {"survival", SCHEMA_NUMBER, NULL},   {"std_error", SCHEMA_NUMBER, NULL},
    {"low", SCHEMA_NUMBER, NULL},        {"high", SCHEMA_NUMBER, NULL},
    {"q25", SCHEMA_NUMBER, NULL},        {"median", SCHEMA_NUMBER, NULL},
    {"median_low", SCHEMA_NUMBER, NULL}, {"median_high", SCHEMA_NUMBER, NULL},
    {"q75", SCHEMA_NUMBER, NULL},        {"expected", SCHEMA_NUMBER, NULL},
    {"chi_square", SCHEMA_NUMBER, NULL}, {"p", SCHEMA_NUMBER, NULL},
};

static const struct schema_column backtest[] = {
    {"section", SCHEMA_TEXT, NULL},     {"group", SCHEMA_TEXT, NULL},
    {"customers", SCHEMA_NUMBER, NULL}, {"actual", SCHEMA_NUMBER, NULL},
    {"model", SCHEMA_NUMBER, NULL},     {"mean_rate", SCHEMA_NUMBER, NULL},
    {"last_period", SCHEMA_NUMBER, NULL},
};

static const struct schema_column survey_figures[] = {
    {"measure", SCHEMA_TEXT, NULL}, {"question", SCHEMA_TEXT, NULL}, {"period", SCHEMA_TEXT, NULL},
    {"n", SCHEMA_INTEGER, NULL}, {"missing", SCHEMA_INTEGER, NULL},
    {"n_effective", SCHEMA_NUMBER, NULL}, {"design_effect", SCHEMA_NUMBER, NULL},
    {"value", SCHEMA_NUMBER, NULL}, {"low", SCHEMA_NUMBER, NULL}, {"high", SCHEMA_NUMBER, NULL},
    {"promoters", SCHEMA_NUMBER, NULL}, {"passives", SCHEMA_NUMBER, NULL},
    {"detractors", SCHEMA_NUMBER, NULL}, {"top", SCHEMA_NUMBER, NULL},
    {"top_low", SCHEMA_NUMBER, NULL}, {"top_high", SCHEMA_NUMBER, NULL},
    {"mean", SCHEMA_NUMBER, NULL}, {"mean_low", SCHEMA_NUMBER, NULL},
    {"mean_high", SCHEMA_NUMBER, NULL}, {"sd", SCHEMA_NUMBER, NULL},
    {"median", SCHEMA_NUMBER, NULL},
};

static const struct schema_column drivers_figures[] = {
    {"driver", SCHEMA_TEXT, NULL}, {"n", SCHEMA_INTEGER, NULL}, {"r2", SCHEMA_NUMBER, NULL},
    {"lmg", SCHEMA_NUMBER, NULL}, {"importance", SCHEMA_NUMBER, NULL}, {"low", SCHEMA_NUMBER, NULL},
    {"high", SCHEMA_NUMBER, NULL}, {"first", SCHEMA_NUMBER, NULL}, {"last", SCHEMA_NUMBER, NULL},
    {"beta", SCHEMA_NUMBER, NULL}, {"std_beta", SCHEMA_NUMBER, NULL},
    {"correlation", SCHEMA_NUMBER, NULL}, {"performance", SCHEMA_NUMBER, NULL},
    {"performance_low", SCHEMA_NUMBER, NULL}, {"performance_high", SCHEMA_NUMBER, NULL},
    {"quadrant", SCHEMA_TEXT, NULL},
};

static const struct schema_column service_figures[] = {
    {"period", SCHEMA_TEXT, NULL}, {"tickets", SCHEMA_INTEGER, NULL},
    {"open", SCHEMA_INTEGER, NULL}, {"backlog_age_p50", SCHEMA_NUMBER, NULL},
    {"reopened", SCHEMA_INTEGER, NULL}, {"reopen_rate", SCHEMA_NUMBER, NULL},
    {"reopen_low", SCHEMA_NUMBER, NULL}, {"reopen_high", SCHEMA_NUMBER, NULL},
    {"first_response_n", SCHEMA_INTEGER, NULL}, {"first_response_mean", SCHEMA_NUMBER, NULL},
    {"first_response_p50", SCHEMA_NUMBER, NULL}, {"first_response_p90", SCHEMA_NUMBER, NULL},
    {"first_response_km_p50", SCHEMA_NUMBER, NULL},
    {"first_response_km_p50_low", SCHEMA_NUMBER, NULL},
    {"first_response_km_p50_high", SCHEMA_NUMBER, NULL},
    {"first_response_km_p90", SCHEMA_NUMBER, NULL},
    {"first_response_unknown", SCHEMA_INTEGER, NULL}, {"first_response_met", SCHEMA_INTEGER, NULL},
    {"first_response_breached", SCHEMA_INTEGER, NULL},
    {"first_response_breach_rate", SCHEMA_NUMBER, NULL},
    {"first_response_breach_low", SCHEMA_NUMBER, NULL},
    {"first_response_breach_high", SCHEMA_NUMBER, NULL},
    {"first_response_rank", SCHEMA_INTEGER, NULL}, {"first_response_expected", SCHEMA_NUMBER, NULL},
    {"first_response_ratio", SCHEMA_NUMBER, NULL},
    {"first_response_ratio_low", SCHEMA_NUMBER, NULL},
    {"first_response_ratio_high", SCHEMA_NUMBER, NULL}, {"resolution_n", SCHEMA_INTEGER, NULL},
    {"resolution_mean", SCHEMA_NUMBER, NULL}, {"resolution_p50", SCHEMA_NUMBER, NULL},
    {"resolution_p90", SCHEMA_NUMBER, NULL}, {"resolution_km_p50", SCHEMA_NUMBER, NULL},
    {"resolution_km_p50_low", SCHEMA_NUMBER, NULL}, {"resolution_km_p50_high", SCHEMA_NUMBER, NULL},
    {"resolution_km_p90", SCHEMA_NUMBER, NULL}, {"resolution_unknown", SCHEMA_INTEGER, NULL},
    {"resolution_met", SCHEMA_INTEGER, NULL}, {"resolution_breached", SCHEMA_INTEGER, NULL},
    {"resolution_breach_rate", SCHEMA_NUMBER, NULL}, {"resolution_breach_low", SCHEMA_NUMBER, NULL},
    {"resolution_breach_high", SCHEMA_NUMBER, NULL}, {"resolution_rank", SCHEMA_INTEGER, NULL},
    {"resolution_expected", SCHEMA_NUMBER, NULL}, {"resolution_ratio", SCHEMA_NUMBER, NULL},
    {"resolution_ratio_low", SCHEMA_NUMBER, NULL}, {"resolution_ratio_high", SCHEMA_NUMBER, NULL},
};

static const struct schema_column backlog_figures[] = {
    {"period", SCHEMA_TEXT, NULL}, {"opened", SCHEMA_INTEGER, NULL},
    {"resolved", SCHEMA_INTEGER, NULL}, {"open", SCHEMA_INTEGER, NULL},
    {"age_p50", SCHEMA_NUMBER, NULL}, {"age_p90", SCHEMA_NUMBER, NULL},
    {"complete", SCHEMA_INTEGER, NULL},
};

static const struct schema_column causes_figures[] = {
    {"tickets", SCHEMA_INTEGER, NULL}, {"share", SCHEMA_NUMBER, NULL},
    {"cumulative_share", SCHEMA_NUMBER, NULL}, {"open", SCHEMA_INTEGER, NULL},
    {"repeats", SCHEMA_INTEGER, NULL}, {"repeat_rate", SCHEMA_NUMBER, NULL},
    {"resolution_p50", SCHEMA_NUMBER, NULL}, {"resolution_km_p50", SCHEMA_NUMBER, NULL},
    {"resolution_breach_rate", SCHEMA_NUMBER, NULL}, {"orders", SCHEMA_INTEGER, NULL},
    {"per_1000_orders", SCHEMA_NUMBER, NULL}, {"per_1000_low", SCHEMA_NUMBER, NULL},
    {"per_1000_high", SCHEMA_NUMBER, NULL},
};

static const struct schema_column control_figures[] = {
    {"measure", SCHEMA_TEXT, NULL}, {"question", SCHEMA_TEXT, NULL}, {"figure", SCHEMA_TEXT, NULL},
    {"period", SCHEMA_TEXT, NULL}, {"n", SCHEMA_NUMBER, NULL}, {"value", SCHEMA_NUMBER, NULL},
    {"centre", SCHEMA_NUMBER, NULL}, {"low", SCHEMA_NUMBER, NULL}, {"high", SCHEMA_NUMBER, NULL},
    {"signal", SCHEMA_TEXT, NULL}, {"sigma_z", SCHEMA_NUMBER, NULL},
    {"complete", SCHEMA_INTEGER, NULL},
};

static const struct schema_kind kinds[KIND_COUNT] = {
    [KIND_CUSTOMERS] = {KIND_CUSTOMERS, "customers", customers, COUNT_OF(customers),
                        "customer_id|email|phone name|company|contact|email|phone|created_at"},
    [KIND_TRANSACTIONS] = {KIND_TRANSACTIONS, "transactions", transactions, COUNT_OF(transactions),
                           "date amount|unit_price|order_total"},
    [KIND_INTERACTIONS] = {KIND_INTERACTIONS, "interactions", interactions, COUNT_OF(interactions),
                           "customer_id|email|phone date channel|direction|interaction_type|outcome"},
    [KIND_TICKETS] = {KIND_TICKETS, "tickets", tickets, COUNT_OF(tickets),
                      "ticket_id opened_at "
                      "status|priority|category|closed_at|resolved_at|first_response_at"},
    [KIND_TICKET_EVENTS] = {KIND_TICKET_EVENTS, "ticket_events", ticket_events,
                            COUNT_OF(ticket_events), "ticket_id at status|activity"},
    [KIND_SURVEYS] = {KIND_SURVEYS, "surveys", surveys, COUNT_OF(surveys),
                      "answer response_id|customer_id|email|phone|answered_at|question"},
    [KIND_ROLLUP] = {KIND_ROLLUP, "rollup", rollup, COUNT_OF(rollup),
                     "customer_id first_date last_date rows orders days amount gap_sq"},
    [KIND_SCORES] = {KIND_SCORES, "scores", scores, COUNT_OF(scores),
                     "customer_id recency_days frequency monetary r f m"},
    [KIND_COHORTS] = {KIND_COHORTS, "cohorts", cohorts, COUNT_OF(cohorts),
                      "cohort age customers active retention"},
    [KIND_SURVIVAL] = {KIND_SURVIVAL, "survival", survival, COUNT_OF(survival),
                       "group events censored at_risk|customers survival|median"},
    [KIND_BACKTEST] = {KIND_BACKTEST, "backtest", backtest, COUNT_OF(backtest),
                       "section group customers actual model mean_rate last_period"},
    [KIND_SURVEY] = {KIND_SURVEY, "survey", survey_figures, COUNT_OF(survey_figures),
                     "measure question n value low high promoters mean"},
    [KIND_DRIVERS] = {KIND_DRIVERS, "drivers", drivers_figures, COUNT_OF(drivers_figures),
                      "driver importance low high performance quadrant"},
    [KIND_SERVICE] = {KIND_SERVICE, "service", service_figures, COUNT_OF(service_figures),
                      "tickets open first_response_breach_rate resolution_breach_rate"},
    [KIND_BACKLOG] = {KIND_BACKLOG, "backlog", backlog_figures, COUNT_OF(backlog_figures),
                      "period opened resolved open"},
    [KIND_CAUSES] = {KIND_CAUSES, "causes", causes_figures, COUNT_OF(causes_figures),
                     "tickets share cumulative_share repeats"},
    [KIND_CONTROL] = {KIND_CONTROL, "control", control_figures, COUNT_OF(control_figures),
                      "period n value centre low high signal"},
    [KIND_TABLE] = {KIND_TABLE, "table", NULL, 0, ""},
};

const struct schema_kind *schema_kind(enum kind kind)
{
    return &kinds[kind];
}

enum kind schema_kind_named(struct str name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (str_eq(name, str_of(kinds[kind].name))) {
            return (enum kind)kind;
        }
    }
    return KIND_UNKNOWN;
}
