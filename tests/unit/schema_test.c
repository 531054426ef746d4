#include "unit.h"

#include "schema/layout.h"
#include "schema/schema.h"
#include "value/fold.h"

/* A header of names apart by `|`. */
static struct header header_of(const char *names)
{
    struct header header = {0};
    struct str rest = str_of(names);
    do {
        header_add(&header, str_cut(&rest, '|'));
    } while (rest.p);
    return header;
}

/* Binds and returns what column a canonical one got, as its name in the header; "-" for none. */
static struct str bound(enum kind kind, const struct header *header, const struct schema_map *maps,
                        size_t map_count, const char *canonical)
{
    struct schema_binding binding;
    char message[SCHEMA_MESSAGE] = "";
    bool ok = schema_bind(schema_kind(kind), header, maps, map_count, &binding, message);
    if (!CHECK(ok)) {
        printf("    %s\n", message);
    }
    ptrdiff_t column = schema_column_named(schema_kind(kind), str_of(canonical));
    CHECK(column >= 0);
    return column >= 0 && binding.column[column] >= 0 ? header->name[binding.column[column]]
                                                      : S("-");
}

/* Canonical names and the columns they get: "amount=Total|date=-". */
static void binds(enum kind kind, const char *names, const char *want)
{
    struct header header = header_of(names);
    struct str rest = str_of(want);
    while (rest.n > 0) {
        struct str pair = str_cut(&rest, '|');
        struct str canonical = str_cut(&pair, '=');
        char name[64];
        snprintf(name, sizeof name, "%.*s", STRF(canonical));
        CHECK_STR(bound(kind, &header, NULL, 0, name), pair);
    }
    header_free(&header);
}

static void test_canonical(void)
{
    binds(KIND_TRANSACTIONS, "customer_id|order_id|date|amount|colour",
          "customer_id=customer_id|order_id=order_id|date=date|amount=amount|order_total=-");
    binds(KIND_CUSTOMERS, "customer_id|name|do_not_call",
          "customer_id=customer_id|name=name|do_not_call=do_not_call|email=-");
}

/* Compared folded: case, width, blanks, signs, camel case, the unit in brackets. */
static void test_folded(void)
{
    binds(KIND_TRANSACTIONS, "CustomerID|Order-No.|ORDER DATE|Amount Paid*",
          "customer_id=CustomerID|order_id=Order-No.|date=ORDER DATE|amount=Amount Paid*");
    binds(KIND_TRANSACTIONS, "客户编号|订单编号：|下单时间|实付金额（元）",
          "customer_id=客户编号|order_id=订单编号：|date=下单时间|amount=实付金额（元）");
    binds(KIND_TRANSACTIONS, "ｃｕｓｔｏｍｅｒ　ｉｄ|InvoiceNo|InvoiceDate|UnitPrice|Quantity",
          "customer_id=ｃｕｓｔｏｍｅｒ　ｉｄ|order_id=InvoiceNo|date=InvoiceDate|"
          "unit_price=UnitPrice|quantity=Quantity");
    binds(KIND_CUSTOMERS, " E-Mail |Mobile_Phone", "email= E-Mail |phone=Mobile_Phone");
}

/* The canonical name before any synonym, in its own writing before another. */
static void test_canonical_first(void)
{
    binds(KIND_TRANSACTIONS, "实付金额|amount", "amount=amount");
    binds(KIND_TRANSACTIONS, "实付金额|Amount", "amount=Amount");
    binds(KIND_TRANSACTIONS, "Customer ID|customer_id", "customer_id=customer_id");
    binds(KIND_TRANSACTIONS, "Client ID|Customer ID", "customer_id=Customer ID");
}

/* Paid before asked for; a total of the order is no amount of the row. */
static void test_ranks(void)
{
    binds(KIND_TRANSACTIONS, "sales|amount paid", "amount=amount paid");
    binds(KIND_TRANSACTIONS, "total|amount paid", "amount=amount paid|order_total=total");
    binds(KIND_TRANSACTIONS, "总金额|买家实际支付金额|订单创建时间|订单付款时间|退款金额",
          "amount=买家实际支付金额|order_total=总金额|date=订单创建时间|paid_at=订单付款时间|"
          "refunded=退款金额");
    binds(KIND_TRANSACTIONS, "created at|order date", "date=order date");
    binds(KIND_TRANSACTIONS, "created at", "date=created at");
    binds(KIND_TRANSACTIONS, "客户|客户编号", "customer_id=客户编号");
    binds(KIND_TRANSACTIONS, "customer|client id", "customer_id=client id");
    binds(KIND_TRANSACTIONS, "state|order status", "status=order status");
}

/* A bare id is the record's own: the customer's only among customers. */
static void test_bare_id(void)
{
    binds(KIND_CUSTOMERS, "id|name", "customer_id=id");
    binds(KIND_TRANSACTIONS, "id|date|amount", "order_id=id|customer_id=-");
    binds(KIND_TICKETS, "id|opened|status", "ticket_id=id|customer_id=-");
    binds(KIND_SURVEYS, "id|answer", "response_id=id|customer_id=-");
    binds(KIND_TICKET_EVENTS, "id|case|time|status", "ticket_id=case");
    binds(KIND_INTERACTIONS, "id|date|channel", "interaction_id=id|customer_id=-");
    binds(KIND_TRANSACTIONS, "编号|日期|金额", "order_id=编号|customer_id=-");
    binds(KIND_TRANSACTIONS, "id|order no", "order_id=order no"); /* the lowest rank */
    binds(KIND_CUSTOMERS, "id|客户编号", "customer_id=客户编号");
}

static void refuses(enum kind kind, const char *names, const struct schema_map *maps,
                    size_t map_count, const char *want)
{
    struct header header = header_of(names);
    struct schema_binding binding;
    char message[SCHEMA_MESSAGE] = "";
    CHECK(!schema_bind(schema_kind(kind), &header, maps, map_count, &binding, message));
    CHECK_STR(str_of(message), str_of(want));
    header_free(&header);
}

static void test_rivals(void)
{
    refuses(KIND_TRANSACTIONS, "date|Client ID|Member No|amount", NULL, 0,
            "\"Client ID\" and \"Member No\" could both be customer_id: choose with --map "
            "customer_id=NAME");
    refuses(KIND_TRANSACTIONS, "customer_id|date|销售额|成交金额", NULL, 0,
            "\"销售额\" and \"成交金额\" could both be amount: choose with --map amount=NAME");
    /* Two writings of the canonical name are rivals as well. */
    refuses(KIND_TRANSACTIONS, "Order ID|OrderId", NULL, 0,
            "\"Order ID\" and \"OrderId\" could both be order_id: choose with --map "
            "order_id=NAME");
    /* Rivals of a lower rank do not matter where a higher one is filled. */
    binds(KIND_TRANSACTIONS, "销售额|成交金额|实付金额", "amount=实付金额");
}

static void test_maps(void)
{
    struct header header = header_of("Client ID|Member No|Kunde|date|amount|netto");
    const struct schema_map choice = {S("customer_id"), S("Member No")};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, &choice, 1, "customer_id"), S("Member No"));
    const struct schema_map own[] = {{S("customer_id"), S("Kunde")}, {S("amount"), S("netto")}};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, own, 2, "customer_id"), S("Kunde"));
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, own, 2, "amount"), S("netto"));
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, own, 2, "date"), S("date"));
    /* A column that a map has taken is no other's. */
    const struct schema_map taken[] = {{S("customer_id"), S("Kunde")}, {S("paid_at"), S("date")}};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, taken, 2, "paid_at"), S("date"));
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, taken, 2, "date"), S("-"));
    /* Of two maps the later one; an empty one means that no column is it. */
    const struct schema_map twice[] = {{S("customer_id"), S("date")}, {S("customer_id"), S("Kunde")}};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, twice, 2, "customer_id"), S("Kunde"));
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, twice, 2, "date"), S("date"));
    const struct schema_map none[] = {{S("customer_id"), S("Kunde")}, {S("date"), S("")}};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, none, 2, "date"), S("-"));
    /* Canonical names of other kinds are not this kind's business. */
    const struct schema_map other[] = {{S("customer_id"), S("Kunde")}, {S("ticket_id"), S("none")}};
    CHECK_STR(bound(KIND_TRANSACTIONS, &header, other, 2, "customer_id"), S("Kunde"));
    header_free(&header);
    const struct schema_map missing = {S("amount"), S("brutto")};
    refuses(KIND_TRANSACTIONS, "customer_id|date|amount", &missing, 1,
            "--map amount=brutto: there is no such column");
}

/* One column is bound once: "order amount" is the order's total, not also an amount. */
static void test_once(void)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const struct schema_kind *k = schema_kind((enum kind)kind);
        for (size_t i = 0; i < k->count; i++) {
            struct header header = header_of(k->column[i].name);
            struct schema_binding binding;
            char message[SCHEMA_MESSAGE];
            CHECK(schema_bind(k, &header, NULL, 0, &binding, message));
            for (size_t c = 0; c < k->count; c++) {
                CHECK_INT(binding.column[c], c == i ? 0 : -1);
            }
            header_free(&header);
        }
    }
}

/* What the commands rely on: the positions of the enums are those of the tables. */
static void test_positions(void)
{
    const struct schema_kind *t = schema_kind(KIND_TRANSACTIONS);
    CHECK_STR(str_of(t->column[TRANSACTION_CUSTOMER_ID].name), S("customer_id"));
    CHECK_STR(str_of(t->column[TRANSACTION_PAID_AT].name), S("paid_at"));
    CHECK_STR(str_of(t->column[TRANSACTION_REFUNDED].name), S("refunded"));
    CHECK_STR(str_of(t->column[TRANSACTION_ORDER_TOTAL].name), S("order_total"));
    CHECK_STR(str_of(t->column[TRANSACTION_CHANNEL].name), S("channel"));
    CHECK_STR(str_of(t->column[TRANSACTION_PHONE].name), S("phone"));
    CHECK_STR(str_of(t->column[TRANSACTION_ORDER_STATE].name), S("order_state"));
    CHECK_STR(str_of(t->column[TRANSACTION_DISCOUNT].name), S("discount"));
    CHECK_INT(t->count, TRANSACTION_DISCOUNT + 1);
    const struct schema_kind *tickets = schema_kind(KIND_TICKETS);
    CHECK_STR(str_of(tickets->column[TICKET_OPENED_AT].name), S("opened_at"));
    CHECK_STR(str_of(tickets->column[TICKET_FIRST_RESPONSE_AT].name), S("first_response_at"));
    const struct schema_kind *surveys = schema_kind(KIND_SURVEYS);
    CHECK_STR(str_of(surveys->column[SURVEY_ANSWERED_AT].name), S("answered_at"));
    CHECK_STR(str_of(surveys->column[SURVEY_QUESTION].name), S("question"));
    CHECK_STR(str_of(surveys->column[SURVEY_ANSWER].name), S("answer"));
    const struct schema_kind *c = schema_kind(KIND_CUSTOMERS);
    CHECK_STR(str_of(c->column[CUSTOMER_ID].name), S("customer_id"));
    CHECK_STR(str_of(c->column[CUSTOMER_EMAIL].name), S("email"));
    CHECK_STR(str_of(c->column[CUSTOMER_PHONE].name), S("phone"));
    const struct schema_kind *r = schema_kind(KIND_ROLLUP);
    CHECK_STR(str_of(r->column[ROLLUP_FIRST_DATE].name), S("first_date"));
    CHECK_STR(str_of(r->column[ROLLUP_GAP_MAX].name), S("gap_max"));
    CHECK_STR(str_of(r->column[ROLLUP_REFUND_AMOUNT].name), S("refund_amount"));
    CHECK_INT(r->count, ROLLUP_COLUMNS);
    const struct schema_kind *s = schema_kind(KIND_SCORES);
    CHECK_STR(str_of(s->column[SCORES_MOVE].name), S("move"));
    CHECK_STR(str_of(s->column[SCORES_P_ALIVE].name), S("p_alive"));
    CHECK_STR(str_of(s->column[SCORES_CLV].name), S("clv"));
    CHECK_INT(s->count, SCORES_COLUMNS);
    const struct schema_kind *h = schema_kind(KIND_COHORTS);
    CHECK_STR(str_of(h->column[COHORTS_REVENUE_RETENTION].name), S("revenue_retention"));
    CHECK_INT(h->count, COHORTS_COLUMNS);
    const struct schema_kind *v = schema_kind(KIND_SURVIVAL);
    CHECK_STR(str_of(v->column[SURVIVAL_SURVIVAL].name), S("survival"));
    CHECK_STR(str_of(v->column[SURVIVAL_MEDIAN_HIGH].name), S("median_high"));
    CHECK_INT(v->count, SURVIVAL_COLUMNS);
    const struct schema_kind *b = schema_kind(KIND_BACKTEST);
    CHECK_STR(str_of(b->column[BACKTESTS_LAST_PERIOD].name), S("last_period"));
    CHECK_INT(b->count, BACKTESTS_COLUMNS);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const struct schema_kind *k = schema_kind((enum kind)kind);
        CHECK_INT(k->kind, kind);
        CHECK(k->count <= SCHEMA_COLUMNS_MAX);
        CHECK_INT(schema_kind_named(str_of(k->name)), kind);
    }
    CHECK_INT(schema_kind_named(S("orders")), KIND_UNKNOWN);
    CHECK_INT(schema_kind_named(S("")), KIND_UNKNOWN);
}

/* A name of the tables: folded already, and in one place of its kind only. */
static void check_name(struct map *names, struct arena *arena, const struct schema_kind *kind,
                       const char *canonical, struct str name)
{
    bool fresh;
    struct str folded = fold_header(arena, name);
    if (!CHECK(str_eq(folded, name)) || !CHECK(name.n > 0)) {
        printf("    %s.%s: \"%.*s\"\n", kind->name, canonical, STRF(name));
    }
    map_put(names, name, &fresh);
    if (!CHECK(fresh)) {
        printf("    %s.%s: \"%.*s\" stands twice\n", kind->name, canonical, STRF(name));
    }
}

static void test_synonyms(void)
{
    for (int number = 0; number < KIND_COUNT; number++) {
        const struct schema_kind *kind = schema_kind((enum kind)number);
        struct map names = {0};
        struct arena arena = {0};
        for (size_t i = 0; i < kind->count; i++) {
            const char *canonical = kind->column[i].name;
            check_name(&names, &arena, kind, canonical, fold_header(&arena, str_of(canonical)));
            struct str ranks = str_of(kind->column[i].synonyms);
            while (ranks.n > 0) {
                struct str rank = str_cut(&ranks, ';');
                while (rank.n > 0) {
                    check_name(&names, &arena, kind, canonical, str_cut(&rank, '|'));
                }
            }
        }
        map_free(&names);
        arena_free(&arena);
    }
}

/* The needs of each kind name columns that it has. */
static void test_needs(void)
{
    for (int number = 0; number < KIND_COUNT; number++) {
        const struct schema_kind *kind = schema_kind((enum kind)number);
        struct str needs = str_of(kind->needs);
        while (needs.n > 0) {
            struct str either = str_cut(&needs, ' ');
            while (either.n > 0) {
                CHECK(schema_column_named(kind, str_cut(&either, '|')) >= 0);
            }
        }
    }
}

static void recognised(const char *names, enum kind want)
{
    struct header header = header_of(names);
    enum kind got = schema_recognise(&header, NULL, 0);
    if (!CHECK(got == want)) {
        printf("    %s: kind %d\n", names, (int)got);
    }
    header_free(&header);
}

/* Headers of real exports, shortened; and tables that only look like tickets: an id, a time and a
 * status or state are in orders and customers, too. */
static void test_recognise_helpdesks(void)
{
    recognised("Summation column|Id|Requester|Requester id|Requester email|Assignee|Group|Subject|"
               "Status|Priority|Ticket type|Created at|Updated at|Solved at|Resolution time",
               KIND_TICKETS);
    recognised("Ticket ID|Subject|Status|Priority|Source|Type|Agent|Group|Created time|Due by Time|"
               "Resolved time|Closed time|Last update time|Initial response time|Time tracked|"
               "First response time (in hrs)|Resolution time (in hrs)|Full name|Email",
               KIND_TICKETS);
    recognised("Summary|Issue key|Issue id|Issue Type|Status|Priority|Resolution|Assignee|Reporter|"
               "Created|Updated|Resolved", KIND_TICKETS);
    recognised("ID|Title|Entity|Status|Last update|Opening date|Priority|Category", KIND_TICKETS);
    recognised("工单ID|工单标题|工单分类|工单状态|创建时间|受理客服|受理客服组|完结时间", KIND_TICKETS);
    recognised("id|created at|status|amount|customer", KIND_TRANSACTIONS);
    recognised("id|created|status|priority|amount|customer", KIND_TRANSACTIONS);
    recognised("编号|创建时间|状态|客户|金额", KIND_TRANSACTIONS);
    recognised("id|name|email|state|created", KIND_CUSTOMERS);
    recognised("Ticket ID|Created at|Status|Amount", KIND_TICKETS);
}

static void test_recognise(void)
{
    recognised("customer_id|name|email", KIND_CUSTOMERS);
    recognised("客户编号|客户名称|手机|地址|备注", KIND_CUSTOMERS);
    recognised("id|name|phone|city", KIND_CUSTOMERS);
    recognised("name|email|company", KIND_CUSTOMERS);
    recognised("customer_id|order_id|date|amount", KIND_TRANSACTIONS);
    recognised("订单编号|总金额|买家实际支付金额|收货地址|订单创建时间|订单付款时间|退款金额",
               KIND_TRANSACTIONS);
    recognised("InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
               KIND_TRANSACTIONS);
    recognised("Order No|Order Date|Email|Total", KIND_TRANSACTIONS);
    recognised("客户编号|跟进时间|跟进方式|跟进记录", KIND_INTERACTIONS);
    recognised("email|call date|outcome", KIND_INTERACTIONS);
    recognised("ticket_id|opened_at|first_response_at|resolved_at|closed_at|product|customer",
               KIND_TICKETS);
    recognised("Unique Key|Created Date|Closed Date|Agency|Complaint Type|Status", KIND_TICKETS);
    recognised("工单号|受理时间|工单状态|处理人", KIND_TICKETS);
    recognised("Case ID|Activity|Resource|Complete Timestamp|customer|product", KIND_TICKET_EVENTS);
    recognised("ticket_id|at|status|agent", KIND_TICKET_EVENTS);
    recognised("工单编号|操作时间|状态|处理人", KIND_TICKET_EVENTS);
    test_recognise_helpdesks();
    recognised("response_id|question|answer", KIND_SURVEYS);
    recognised("customer_id|date|score", KIND_SURVEYS);
    recognised("客户编号|回访时间|评分", KIND_SURVEYS);
    recognised("customer_id|first_date|second_date|last_date|prev_date|prev2_date|rows|orders|days|"
               "amount|first_amount|gap_sq|gap_max|refunds|refund_amount",
               KIND_ROLLUP);
    recognised("customer_id|period|first_date|last_date|rows|orders|days|amount|gap_sq",
               KIND_ROLLUP);
    recognised("customer_id|recency_days|frequency|monetary|r|f|m|rfm|as_of", KIND_SCORES);
    recognised("cohort|age|period|customers|active|retention|orders|revenue|revenue_retention|complete",
               KIND_COHORTS);
    recognised("group|time|at_risk|events|censored|survival|std_error|low|high", KIND_SURVIVAL);
    recognised("group|customers|events|censored|q25|median|median_low|median_high|q75|expected|"
               "chi_square|p",
               KIND_SURVIVAL);
    recognised("section|group|customers|actual|model|mean_rate|last_period", KIND_BACKTEST);
    recognised("measure|question|Region|period|n|missing|value|low|high|promoters|passives|detractors|top|"
               "top_low|top_high|mean|mean_low|mean_high|sd|median",
               KIND_SURVEY);
    recognised("measure|question|period|n|value|centre|low|high|signal|sigma_z", KIND_CONTROL);
    recognised("figure|period|n|value|centre|low|high|signal|sigma_z|complete", KIND_CONTROL);
    recognised("driver|n|r2|lmg|importance|low|high|first|last|beta|std_beta|correlation|performance|"
               "performance_low|performance_high|quadrant",
               KIND_DRIVERS);
    recognised("team|tickets|open|first_response_n|first_response_breach_rate|resolution_breach_rate",
               KIND_SERVICE);
    recognised("period|opened|resolved|open|age_p50|age_p90|complete", KIND_BACKLOG);
    recognised("category|tickets|share|cumulative_share|open|repeats|repeat_rate", KIND_CAUSES);
    recognised("cohort|customers|0|1|2", KIND_UNKNOWN);
    recognised("a|b|c", KIND_UNKNOWN);
    recognised("amount|price", KIND_UNKNOWN);
    recognised("sym|name", KIND_UNKNOWN);
}

/* A map can make a kind; and what is ambiguous may still be it. */
static void test_recognise_more(void)
{
    struct header header = header_of("Kunde|Tag|Betrag");
    CHECK_INT(schema_recognise(&header, NULL, 0), KIND_UNKNOWN);
    const struct schema_map maps[] = {{S("date"), S("Tag")}, {S("amount"), S("Betrag")}};
    CHECK_INT(schema_recognise(&header, maps, 2), KIND_TRANSACTIONS);
    header_free(&header);
    recognised("date|amount|client id|member no", KIND_TRANSACTIONS);
}

static void layout(const char *names, const char *want)
{
    struct header header = header_of(names);
    double share = -1;
    const struct layout *found = layout_recognise(&header, &share);
    const char *got = found ? found->what : NULL;
    CHECK_STR(str_of(got), str_of(want));
    CHECK(want ? share >= 0.6 && share <= 1 : share < 0.6);
    header_free(&header);
}

static const char shopify[] =
    "Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|"
    "Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|"
    "Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|"
    "Lineitem sku|Lineitem requires shipping|Lineitem taxable|Lineitem fulfillment status|"
    "Billing Name|Billing Street|Billing Address1|Billing City|Billing Zip|Billing Country|"
    "Shipping Name|Shipping Street|Shipping City|Shipping Zip|Shipping Country|Notes|"
    "Note Attributes|Cancelled at|Payment Method|Payment Reference|Refunded Amount|Vendor|"
    "Outstanding Balance|Employee|Location|Device ID|Id|Tags|Risk Level|Source|Lineitem discount|"
    "Tax 1 Name|Tax 1 Value|Phone|Receipt Number|Duties|Payment ID|Payment References";

static const char taobao[] =
    "订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|"
    "买家实际支付金额|买家实际支付积分|订单状态|买家留言|收货人姓名|收货地址|运送方式|联系电话|"
    "联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|物流单号|物流公司|订单备注|宝贝总数量|"
    "店铺Id|店铺名称|订单关闭原因|卖家服务费|买家服务费|发票抬头|是否手机订单|分阶段订单信息|"
    "定金排名|修改后的sku|修改后的收货地址|异常信息";

static void test_layouts_shops(void)
{
    layout(shopify, "a Shopify orders export");
    layout("Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Default Address Company|"
           "Default Address Address1|Default Address City|Default Address Province Code|"
           "Default Address Country Code|Default Address Zip|Default Address Phone|Phone|"
           "Accepts SMS Marketing|Total Spent|Total Orders|Note|Tax Exempt|Tags",
           "a Shopify customers export");
    layout("Order Number|Order Status|Order Date|Customer Note|First Name (Billing)|"
           "Last Name (Billing)|Company (Billing)|Address 1&2 (Billing)|City (Billing)|"
           "State Code (Billing)|Postcode (Billing)|Country Code (Billing)|Email (Billing)|"
           "Phone (Billing)|First Name (Shipping)|Payment Method Title|Cart Discount Amount|"
           "Order Subtotal Amount|Shipping Method Title|Order Shipping Amount|Order Refund Amount|"
           "Order Total Amount|Order Total Tax Amount|SKU|Item #|Item Name|Quantity|"
           "Quantity (- Refund)|Item Cost|Coupon Code|Discount Amount",
           "a WooCommerce orders export");
    layout("Date|Order #|N. Revenue (formatted)|Status|Customer|Customer type|Product(s)|"
           "Items sold|Coupon(s)|Net Sales|Attribution",
           "a WooCommerce analytics export");
    layout("id|Created date (UTC)|Amount|Amount Refunded|Currency|Captured|Converted Amount|"
           "Converted Amount Refunded|Converted Currency|Decline Reason|Description|Fee|"
           "Refunded date (UTC)|Statement Descriptor|Status|Seller Message|Taxes On Fee|Card ID|"
           "Card Last4|Card Brand|Customer ID|Customer Description|Customer Email|Invoice ID|"
           "Transfer|Disputed Amount|Dispute Status",
           "a Stripe payments export");
    layout(taobao, "a 淘宝/天猫 orders report");
    layout("订单编号|买家公司名|买家会员名|卖家公司名|卖家会员名|货品总价(元)|运费|涨价或折扣(元)|"
           "实付款|订单状态|订单创建时间",
           "a 1688 orders export");
    layout("订单号|销售渠道|归属店铺|订单类型|订单状态|推广方式|订单来源|订单创建时间|买家付款时间|"
           "交易成功时间|付款方式|支付流水号|商品金额合计|运费|店铺优惠合计|应收订单金额|"
           "订单实付金额|支付优惠合计|订单实收金额|订单抵用积分数|全部商品名称|商品种类数|"
           "订单配送方式|买家备注|订单星级|买家昵称|买家是否会员|买家手机号|下单网点|收银员|分销员|"
           "销售导购|专属导购|订单退款状态|订单已退款金额|商家订单备注|分销员|分销员手机号",
           "a 有赞 orders export");
}

static void test_layouts_crm(void)
{
    layout("Record ID|First Name|Last Name|Email|Phone Number|Mobile Phone Number|Contact owner|"
           "Lead Status|Lifecycle Stage|Marketing contact status|Create Date|Last Activity Date|"
           "Last Modified Date|Company Name|Associated Company|Associated Company ID|Job Title|"
           "City|State/Region|Postal Code|Country/Region",
           "a HubSpot contacts export");
    layout("Deal Name|Deal Stage|Close Date|Amount|Deal owner|Pipeline", "a HubSpot deals export");
    layout("Record Id|Contact Owner.id|Contact Owner|Lead Source|First Name|Last Name|"
           "Account Name.id|Account Name|Vendor Name.id|Vendor Name|Email|Title|Department|Phone|"
           "Home Phone|Mobile|Date of Birth|Created By.id|Created By|Modified By.id|Created Time|"
           "Modified Time|Mailing Street|Mailing City|Mailing State|Mailing Zip|Mailing Country|"
           "Description|Email Opt Out|Salutation|Last Activity Time|Tag|Locked",
           "a Zoho CRM contacts export");
    layout("Id|IsDeleted|MasterRecordId|AccountId|LastName|FirstName|Salutation|Name|MailingStreet|"
           "MailingCity|MailingState|MailingPostalCode|MailingCountry|Phone|Fax|MobilePhone|Email|"
           "Title|Department|LeadSource|Birthdate|Description|OwnerId|HasOptedOutOfEmail|DoNotCall|"
           "CreatedDate|LastModifiedDate|SystemModstamp|LastActivityDate",
           "a Salesforce contacts export");
    layout("Id|IsDeleted|MasterRecordId|Name|Type|ParentId|BillingStreet|BillingCity|BillingState|"
           "BillingPostalCode|BillingCountry|Phone|AccountNumber|Website|Industry|AnnualRevenue|"
           "NumberOfEmployees|Rating|OwnerId|CreatedDate|SystemModstamp",
           "a Salesforce accounts export");
    layout("Id|IsDeleted|AccountId|Name|StageName|Amount|CloseDate|IsWon|IsClosed|OwnerId|"
           "CreatedDate|SystemModstamp",
           "a Salesforce opportunities export");
    layout("External ID|Name|Display Name|Is a Company|Company Type|Related Company|Street|City|"
           "State|Zip|Country|Email|Phone|Mobile|Tax ID|Tags|Salesperson",
           "an Odoo contacts export");
    layout("Order Reference|Order Date|Customer|Salesperson|Total|Untaxed Amount|Status|"
           "Invoice Status|Currency|Order Lines/Product|Order Lines/Quantity|"
           "Order Lines/Unit Price|Order Lines/Discount",
           "an Odoo sales orders export");
    layout("客户名称|客户编号|客户类型|客户级别|联系人姓名|联系人电话|负责人|创建人|创建时间|"
           "最后修改时间|成交状态|最后跟进时间|公海",
           "a 纷享销客 customers export");
    layout("订单名称|订单编号|客户ID|订单金额|折扣金额|实收金额|币种|订单状态|预计交付时间|"
           "实际交付时间",
           "a 纷享销客 sales orders export");
}

static void test_layouts_surveys(void)
{
    layout("StartDate|EndDate|Status|Progress|Duration (in seconds)|Finished|RecordedDate|"
           "ResponseId|DistributionChannel|UserLanguage|Q3.13|Q3.13_NPS_GROUP",
           "a Qualtrics survey export");
    layout("Response ID|Date submitted|Last page|Start language|G01Q01|G01Q02[SQ001]",
           "a LimeSurvey export");
    layout("id|submitdate|lastpage|startlanguage|seed|G01Q01", "a LimeSurvey export");
    layout("id. Response ID|submitdate. Date submitted|lastpage. Last page|startlanguage. Start "
           "language|seed. Seed|G01Q01. How likely?", "a LimeSurvey export");
}

/* What crm-import makes of them keeps most of their columns (of Qualtrics' 9 markers all but Recorded
 * date, 89 %), and is no export any more. */
static void test_layouts_cleaned(void)
{
    static const char *const cleaned[] = {
        "StartDate|EndDate|Status|Progress|Duration (in seconds)|Finished|answered_at|response_id|"
        "DistributionChannel|UserLanguage|Q1",
        "response_id|Date submitted|Last page|Start language|Date started|G01Q01",
        "answered_at|id|lastpage|startlanguage|seed|G01Q01",
    };
    for (size_t i = 0; i < COUNT_OF(cleaned); i++) {
        struct header header = header_of(cleaned[i]);
        double share;
        CHECK(!layout_recognise(&header, &share));
        header_free(&header);
    }
}

/* The columns of a layout that are canonical: the best name that is there; none for the answer. */
static void test_layout_maps(void)
{
    struct header header = header_of("StartDate|EndDate|Progress|Duration (in seconds)|Finished|"
                                     "ResponseId|RecipientEmail|ExternalReference|UserLanguage|Score");
    double share;
    const struct layout *found = layout_recognise(&header, &share);
    struct schema_map maps[LAYOUT_MAPS];
    CHECK(found && found->id == LAYOUT_QUALTRICS && found->kind == KIND_SURVEYS);
    size_t count = layout_maps(found, &header, maps);
    static const char *const want[][2] = {
        {"response_id", "ResponseId"},       {"answered_at", "EndDate"}, /* RecordedDate is not there */
        {"customer_id", "ExternalReference"}, {"email", "RecipientEmail"},
        {"question", ""},                    {"answer", ""},
        {"comment", ""},                     {"weight", ""},
    };
    CHECK_INT(count, COUNT_OF(want));
    for (size_t i = 0; i < count && i < COUNT_OF(want); i++) {
        CHECK_STR(maps[i].canonical, str_of(want[i][0]));
        CHECK_STR(maps[i].header, str_of(want[i][1]));
    }
    struct schema_binding binding;
    char message[SCHEMA_MESSAGE];
    CHECK(schema_bind(schema_kind(KIND_SURVEYS), &header, maps, count, &binding, message));
    CHECK_INT(binding.column[SURVEY_ANSWER], -1); /* though Score is a synonym of it */
    CHECK_INT(binding.column[SURVEY_ANSWERED_AT], 1);
    header_free(&header);
}

/* A code is a word that begins with a letter, and brackets; a full stop and a blank end it. */
static void test_layout_code(void)
{
    static const char *const cases[][2] = {
        {"G01Q02. How likely are you?", "G01Q02"},
        {"G01Q02[SQ001]. Please rate: [Price]", "G01Q02[SQ001]"},
        {"Q1[SQ001][1]. Rank 1", "Q1[SQ001][1]"},
        {"Q1[other]. [Other]", "Q1[other]"},
        {"G8Q00001.", "G8Q00001"},
        {"id. Response ID", "id"},
        {"G01Q02. 您有多大可能推荐我们？", "G01Q02"},
        {"Q3.13", "Q3.13"},
        {"How likely are you? Please say. Thanks", "How likely are you? Please say. Thanks"},
        {"1. Name", "1. Name"},
        {"Q1[SQ001", "Q1[SQ001"},
        {"Q1", "Q1"},
        {". x", ". x"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CHECK_STR(layout_code(str_of(cases[i][0])), str_of(cases[i][1]));
    }
}

/* Plain tables, also with many names that exports have too, and what commands of ours write. */
static void test_not_layouts(void)
{
    layout("customer_id|order_id|date|amount", NULL);
    layout("customer_id|name|email|phone|city|created_at", NULL);
    layout("Order Number|Order Date|Order Status|Customer ID|Email|Currency|Total|Discount Code|"
           "Shipping|Taxes|Subtotal",
           NULL);
    layout("id|amount|currency|status|created|customer_email", NULL);
    layout("订单编号|总金额|买家实际支付金额|收货地址 |订单创建时间|订单付款时间 |退款金额", NULL);
    layout("客户编号|客户名称|联系人|手机|地址|负责人|备注", NULL);
    layout("订单编号|客户编号|订单金额|下单时间|订单状态", NULL);
    layout("Deal Name|Amount|Owner|Stage", NULL);
    layout("InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
           NULL);
    layout("ticket_id|opened_at|first_response_at|resolved_at|closed_at|product|customer|"
           "seriousness|service_level|service_type|workgroup|n_events",
           NULL);
    layout("customerID|gender|SeniorCitizen|tenure|Contract|MonthlyCharges|TotalCharges|Churn",
           NULL);
    layout("customer_id|order_id|date|paid_at|status|amount|refunded|currency|quantity|unit_price|"
           "order_total|sku|item|category|cost|channel|name|email|phone|order_state",
           NULL);
    layout("customer_id|first_date|second_date|last_date|prev_date|prev2_date|rows|orders|days|"
           "amount|first_amount|gap_sq|gap_max|refunds|refund_amount",
           NULL);
    layout("", NULL);
}

/* 60 % of 10 markers of 1688: six are enough, five are not. */
static void test_layout_share(void)
{
    layout("订单编号|买家公司名|买家会员名|卖家公司名|卖家会员名|货品总价(元)",
           "a 1688 orders export");
    layout("订单编号|买家公司名|买家会员名|卖家公司名|卖家会员名", NULL);
}

int main(void)
{
    test_canonical();
    test_folded();
    test_canonical_first();
    test_ranks();
    test_bare_id();
    test_rivals();
    test_maps();
    test_once();
    test_positions();
    test_synonyms();
    test_needs();
    test_recognise();
    test_recognise_more();
    test_layouts_shops();
    test_layouts_crm();
    test_layouts_surveys();
    test_layouts_cleaned();
    test_layout_maps();
    test_layout_code();
    test_not_layouts();
    test_layout_share();
    return unit_end();
}
