#include "base/base.h"

#include "base/map.h"
#include "schema/layout.h"
#include "value/fold.h"

#define SHARE_NEEDED 0.6

/* An answer stands in a column of its question: none of a survey tool's columns is the answer. */
#define NO_ANSWER ";question=;answer=;comment=;weight="
#define CUSTOMER "customer id|customer no|customer number|client id|客户编号|客户id|客户号"

#define LIMESURVEY                                                                                 \
    LAYOUT_LIMESURVEY, KIND_SURVEYS,                                                               \
        "response_id=response id|id;answered_at=date submitted|submitdate;customer_id=" CUSTOMER   \
        NO_ANSWER

#define BY_NAME LAYOUT_REFUSED, KIND_UNKNOWN, NULL

static const struct layout layouts[] = {
    {"a Shopify orders export",
     "financial status|paid at|fulfillment status|fulfilled at|accepts marketing|subtotal|shipping|"
     "taxes|discount code|lineitem quantity|lineitem name|lineitem price|lineitem sku|billing name|"
     "shipping name|cancelled at|refunded amount|outstanding balance", BY_NAME},
    {"a Shopify customers export",
     "accepts email marketing|accepts sms marketing|total spent|total orders|tax exempt|"
     "default address city|default address zip|default address country code", BY_NAME},
    {"a WooCommerce orders export",
     "order number|order status|order date|customer note|first name billing|last name billing|"
     "email billing|phone billing|payment method title|cart discount amount|order subtotal amount|"
     "shipping method title|order refund amount|order total amount|item #|item name|item cost|"
     "coupon code", BY_NAME},
    {"a WooCommerce analytics export",
     "order #|n revenue formatted|status|customer type|product s|items sold|coupon s|net sales|"
     "attribution", BY_NAME},
    {"a Stripe payments export",
     "amount refunded|converted amount|converted amount refunded|converted currency|fee|"
     "statement descriptor|seller message|captured|card id|card last4|card brand|customer email|"
     "invoice id|transfer", BY_NAME},
    {"a list of Stripe charges",
     "object|amount refunded|created|currency|billing details|metadata|refunded|paid",
     BY_NAME},
    {"a HubSpot contacts export",
     "record id|contact owner|lead status|marketing contact status|create date|last activity date|"
     "associated company|phone number", BY_NAME},
    {"a HubSpot deals export", "deal name|deal stage|deal owner|pipeline|close date|amount", BY_NAME},
    {"a Zoho CRM contacts export",
     "record id|contact owner id|contact owner|lead source|account name id|account name|"
     "mailing city|mailing country|created time|modified time|email opt out|tag", BY_NAME},
    {"a Salesforce contacts export",
     "id|is deleted|master record id|account id|last name|first name|mailing street|mailing city|"
     "lead source|owner id|has opted out of email|created date|last modified date|system modstamp", BY_NAME},
    {"a Salesforce accounts export",
     "id|is deleted|master record id|parent id|billing street|billing city|account number|industry|"
     "annual revenue|number of employees|owner id|created date|system modstamp", BY_NAME},
    {"a Salesforce opportunities export",
     "id|is deleted|account id|stage name|amount|close date|is won|is closed|owner id|"
     "created date|system modstamp", BY_NAME},
    {"an Odoo contacts export",
     "external id|is a company|company type|related company|display name|tax id|salesperson", BY_NAME},
    {"an Odoo sales orders export",
     "order reference|order date|salesperson|untaxed amount|invoice status|order lines product|"
     "order lines quantity|order lines unit price", BY_NAME},
    {"a 淘宝/天猫 orders report",
     "订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|"
     "买家实际支付金额|订单状态|买家留言|收货人姓名|运送方式|联系手机|订单创建时间|订单付款时间|"
     "宝贝标题|宝贝种类|物流单号|宝贝总数量|店铺名称|订单关闭原因", BY_NAME},
    {"a 1688 orders export",
     "订单编号|买家公司名|买家会员名|卖家公司名|卖家会员名|货品总价|涨价或折扣|实付款|订单状态|"
     "订单创建时间", BY_NAME},
    {"a 有赞 orders export",
     "订单号|归属店铺|订单类型|推广方式|交易成功时间|支付流水号|商品金额合计|店铺优惠合计|"
     "应收订单金额|订单实付金额|订单实收金额|全部商品名称|商品种类数|买家昵称|订单退款状态|"
     "订单已退款金额|分销员", BY_NAME},
    {"a 纷享销客 customers export",
     "客户名称|客户编号|客户类型|客户级别|负责人|成交状态|最后跟进时间|公海|最后修改时间", BY_NAME},
    {"a 纷享销客 sales orders export",
     "订单名称|订单编号|订单金额|折扣金额|实收金额|预计交付时间|实际交付时间", BY_NAME},
    {"a Qualtrics survey export",
     "start date|end date|progress|duration in seconds|finished|recorded date|response id|"
     "distribution channel|user language", LAYOUT_QUALTRICS, KIND_SURVEYS,
     "response_id=response id;answered_at=recorded date|end date;"
     "customer_id=" CUSTOMER "|external reference;email=recipient email" NO_ANSWER},
    /* Its heads can be names, codes, or both. */
    {"a LimeSurvey export",
     "response id|date submitted|last page|start language|date started|date last action",
     LIMESURVEY},
    {"a LimeSurvey export", "id|submitdate|lastpage|startlanguage|seed",
     LIMESURVEY},
    {"a LimeSurvey export",
     "id response id|submitdate date submitted|lastpage last page|startlanguage start language|"
     "seed seed", LIMESURVEY},
};

/* What crm-import calls a survey's columns, and no tool of surveys does. */
static bool is_clean(const struct header *header)
{
    return header_find(header, S("response_id")) >= 0 || header_find(header, S("answered_at")) >= 0;
}

const struct layout *layout_recognise(const struct header *header, double *share)
{
    struct map names = {0};
    struct arena arena = {0};
    bool fresh;
    for (size_t i = 0; i < header->count; i++) {
        map_put(&names, fold_header(&arena, header->name[i]), &fresh);
    }
    const struct layout *found = NULL;
    *share = 0;
    for (size_t i = 0; i < COUNT_OF(layouts); i++) {
        unsigned present = 0;
        unsigned markers = 0;
        struct str rest = str_of(layouts[i].markers);
        while (rest.n > 0) {
            present += map_find(&names, str_cut(&rest, '|')) != NULL;
            markers++;
        }
        double part = (double)present / (double)markers;
        if (part >= SHARE_NEEDED && part > *share) {
            *share = part;
            found = &layouts[i];
        }
    }
    map_free(&names);
    arena_free(&arena);
    return found && found->kind == KIND_SURVEYS && is_clean(header) ? NULL : found;
}

ptrdiff_t layout_column(const struct header *header, struct str names)
{
    struct arena arena = {0};
    ptrdiff_t found = -1;
    while (names.n > 0 && found < 0) {
        struct str name = str_cut(&names, '|');
        for (size_t i = 0; i < header->count && found < 0; i++) {
            found = str_eq(fold_header(&arena, header->name[i]), name) ? (ptrdiff_t)i : -1;
        }
    }
    arena_free(&arena);
    return found;
}

size_t layout_maps(const struct layout *layout, const struct header *header,
                   struct schema_map maps[LAYOUT_MAPS])
{
    struct str rest = str_of(layout->columns);
    size_t count = 0;
    while (rest.n > 0 && count < LAYOUT_MAPS) {
        struct str names = str_cut(&rest, ';');
        struct str canonical = str_cut(&names, '=');
        ptrdiff_t column = layout_column(header, names);
        if (column >= 0 || names.n == 0) {
            maps[count++] =
                (struct schema_map){canonical, column < 0 ? S("") : header->name[column]};
        }
    }
    return count;
}

static size_t skip_word(struct str head, size_t at)
{
    while (at < head.n) {
        char c = head.p[at];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '_';
        if (!word) {
            break;
        }
        at++;
    }
    return at;
}

struct str layout_code(struct str head)
{
    size_t at = skip_word(head, 0);
    bool letter = at > 0 && (head.p[0] < '0' || head.p[0] > '9');
    while (letter && at < head.n && head.p[at] == '[') {
        size_t close = at + str_find(str_slice(head, at, head.n), S("]"));
        at = close < head.n ? close + 1 : head.n;
    }
    bool cut = letter && at < head.n && head.p[at] == '.' &&
               (at + 1 == head.n || head.p[at + 1] == ' ');
    return cut ? str_slice(head, 0, at) : head;
}
