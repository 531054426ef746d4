#include "base/base.h"

#include "base/map.h"
#include "schema/layout.h"
#include "value/fold.h"

#define SHARE_NEEDED 0.6

/* Markers are folded names that the product writes and a plain table hardly has together. */
static const struct {
    const char *what;
    const char *markers;
} layouts[] = {
    {"a Shopify orders export",
     "financial status|paid at|fulfillment status|fulfilled at|accepts marketing|subtotal|shipping|"
     "taxes|discount code|lineitem quantity|lineitem name|lineitem price|lineitem sku|billing name|"
     "shipping name|cancelled at|refunded amount|outstanding balance"},
    {"a Shopify customers export",
     "accepts email marketing|accepts sms marketing|total spent|total orders|tax exempt|"
     "default address city|default address zip|default address country code"},
    {"a WooCommerce orders export",
     "order number|order status|order date|customer note|first name billing|last name billing|"
     "email billing|phone billing|payment method title|cart discount amount|order subtotal amount|"
     "shipping method title|order refund amount|order total amount|item #|item name|item cost|"
     "coupon code"},
    {"a WooCommerce analytics export",
     "order #|n revenue formatted|status|customer type|product s|items sold|coupon s|net sales|"
     "attribution"},
    {"a Stripe payments export",
     "amount refunded|converted amount|converted amount refunded|converted currency|fee|"
     "statement descriptor|seller message|captured|card id|card last4|card brand|customer email|"
     "invoice id|transfer"},
    {"a list of Stripe charges",
     "object|amount refunded|created|currency|billing details|metadata|refunded|paid"},
    {"a HubSpot contacts export",
     "record id|contact owner|lead status|marketing contact status|create date|last activity date|"
     "associated company|phone number"},
    {"a HubSpot deals export", "deal name|deal stage|deal owner|pipeline|close date|amount"},
    {"a Zoho CRM contacts export",
     "record id|contact owner id|contact owner|lead source|account name id|account name|"
     "mailing city|mailing country|created time|modified time|email opt out|tag"},
    {"a Salesforce contacts export",
     "id|is deleted|master record id|account id|last name|first name|mailing street|mailing city|"
     "lead source|owner id|has opted out of email|created date|last modified date|system modstamp"},
    {"a Salesforce accounts export",
     "id|is deleted|master record id|parent id|billing street|billing city|account number|industry|"
     "annual revenue|number of employees|owner id|created date|system modstamp"},
    {"a Salesforce opportunities export",
     "id|is deleted|account id|stage name|amount|close date|is won|is closed|owner id|"
     "created date|system modstamp"},
    {"an Odoo contacts export",
     "external id|is a company|company type|related company|display name|tax id|salesperson"},
    {"an Odoo sales orders export",
     "order reference|order date|salesperson|untaxed amount|invoice status|order lines product|"
     "order lines quantity|order lines unit price"},
    {"a 淘宝/天猫 orders report",
     "订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|"
     "买家实际支付金额|订单状态|买家留言|收货人姓名|运送方式|联系手机|订单创建时间|订单付款时间|"
     "宝贝标题|宝贝种类|物流单号|宝贝总数量|店铺名称|订单关闭原因"},
    {"a 1688 orders export",
     "订单编号|买家公司名|买家会员名|卖家公司名|卖家会员名|货品总价|涨价或折扣|实付款|订单状态|"
     "订单创建时间"},
    {"a 有赞 orders export",
     "订单号|归属店铺|订单类型|推广方式|交易成功时间|支付流水号|商品金额合计|店铺优惠合计|"
     "应收订单金额|订单实付金额|订单实收金额|全部商品名称|商品种类数|买家昵称|订单退款状态|"
     "订单已退款金额|分销员"},
    {"a 纷享销客 customers export",
     "客户名称|客户编号|客户类型|客户级别|负责人|成交状态|最后跟进时间|公海|最后修改时间"},
    {"a 纷享销客 sales orders export",
     "订单名称|订单编号|订单金额|折扣金额|实收金额|预计交付时间|实际交付时间"},
    {"a Qualtrics survey export",
     "start date|end date|progress|duration in seconds|finished|recorded date|response id|"
     "distribution channel|user language"},
    {"a LimeSurvey export",
     "response id|date submitted|last page|start language|date started|date last action"},
};

const char *layout_recognise(const struct header *header, double *share)
{
    struct map names = {0};
    struct arena arena = {0};
    bool fresh;
    for (size_t i = 0; i < header->count; i++) {
        map_put(&names, fold_header(&arena, header->name[i]), &fresh);
    }
    const char *found = NULL;
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
            found = layouts[i].what;
        }
    }
    map_free(&names);
    arena_free(&arena);
    return found;
}
