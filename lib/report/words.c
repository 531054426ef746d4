#include "base/base.h"

#include "report/words.h"

static const struct {
    const char *en, *zh;
} table[] = {
    /* tiers */
    {"important", "重要"},
    {"ordinary", "普通"},
    /* lifecycle; new and back are moves, too */
    {"prospect", "潜在"},
    {"new", "新客户"},
    {"active", "活跃"},
    {"loyal", "忠诚"},
    {"at risk", "流失风险"},
    {"lapsed", "流失"},
    {"reactivated", "挽回"},
    /* moves */
    {"up", "升级"},
    {"down", "降级"},
    {"same", "不变"},
    {"back", "回归"},
    {"gone", "退出"},
    /* screening */
    {"pass", "通过"},
    {"hold", "待定"},
    {"reject", "拒绝"},
    /* segments */
    {"Champions", "冠军客户"},
    {"Loyal", "忠诚客户"},
    {"Loyal Customers", "忠诚客户群"},
    {"Potential Loyalist", "潜力忠诚客户"},
    {"New", "新晋客户"},
    {"New Customers", "新晋客户群"},
    {"Promising", "有前景客户"},
    {"Need Attention", "需关注客户"},
    {"About To Sleep", "即将沉睡客户"},
    {"At Risk", "有风险客户"},
    {"Can't Lose", "不可失去客户"},
    {"Can't Lose Them", "不可失去客户群"},
    {"Hibernating", "沉睡客户"},
    {"Lost", "已流失客户"},
    {"Others", "其他"},
    {"Important value", "重要价值客户"},
    {"Important development", "重要发展客户"},
    {"Important retention", "重要保持客户"},
    {"Important win-back", "重要挽留客户"},
    {"General value", "一般价值客户"},
    {"General development", "一般发展客户"},
    {"General retention", "一般保持客户"},
    {"General win-back", "一般挽留客户"},
    /* the tier report; formats have the same conversions in both languages */
    {"Customer tiers", "客户分级报告"},
    {"As of %.*s", "截至 %.*s"},
    {"amounts in %.*s, net of refunds", "金额单位 %.*s，已扣除退款"},
    {"amounts net of refunds", "金额已扣除退款"},
    {"Figure", "指标"},
    {"Value", "数值"},
    {"Customers", "客户数"},
    {"Buyers", "购买客户数"},
    {"Orders", "订单数"},
    {"Net revenue", "净收入"},
    {"Average order", "平均订单金额"},
    {"%.*s: %.*s customers (%.*s) bring %.*s of the net revenue.",
     "%.*s：%.*s 位客户（占 %.*s）带来净收入的 %.*s。"},
    {"Customers at risk: %.*s, who brought %.*s (%.*s of the net revenue); the lapsed brought %.*s.",
     "有流失风险的客户 %.*s 位，曾带来 %.*s（占净收入的 %.*s）；已流失客户曾带来 %.*s。"},
    {"The best 20%% of the buyers bring %.*s of what buyers bring; Gini coefficient %.2f.",
     "前 20%% 的购买客户带来全部购买客户收入的 %.*s；基尼系数 %.2f。"},
    {"Since the last report: %.*s up, %.*s down (net revenue %.*s), %.*s new.",
     "自上次报告以来：升级 %.*s 位，降级 %.*s 位（净收入 %.*s），新客户 %.*s 位。"},
    {"Tiers", "客户分级"},
    {"Tier", "级别"},
    {"no tier", "未分级"},
    {"Share of customers", "客户占比"},
    {"Share of net revenue", "净收入占比"},
    {"Median recency, days", "最近购买距今中位数（天）"},
    {"At risk or lapsed", "有风险或已流失"},
    {"Their net revenue", "其净收入"},
    {"Share of customers and of net revenue by tier:", "各级别的客户占比与净收入占比："},
    {"The largest that are slipping", "正在流失的主要客户"},
    {"Nobody is at risk, and nobody came down a tier.", "没有客户有流失风险，也没有客户降级。"},
    {"Customer", "客户编号"},
    {"Name", "名称"},
    {"Previous tier", "上次级别"},
    {"Lifecycle", "生命周期"},
    {"Days since last order", "距上次订单天数"},
    {"Customers at risk, and those who came down a tier since the last report, by net revenue.",
     "有流失风险的客户，以及自上次报告以来降级的客户，按净收入排列。"},
    {"Movement between tiers", "级别变动"},
    {"From", "原级别"},
    {"To", "现级别"},
    {"Move", "变动"},
    {"not there", "此前没有"},
    {"Net revenue of those who moved:", "变动客户的净收入："},
    {"Tiers of the last time against those of today; net revenue as it stands today.",
     "上次级别与本次级别对照；净收入为当前数值。"},
    {"Recency by frequency: customers", "最近购买 × 购买频率：客户数"},
    {"Recency by frequency: net revenue", "最近购买 × 购买频率：净收入"},
    {"Recency score", "最近购买得分 R"},
    {"Frequency score", "购买频率得分 F"},
    {"The highest score is the best: bought last, bought most often.",
     "得分越高越好：购买越近、越频繁。"},
    {"Customers by recency and frequency score, with their share of net revenue; the tables have the "
     "numbers.", "按 R 与 F 得分的客户数及净收入占比；数值见表。"},
    {"Segments", "客户细分"},
    {"Segment", "细分"},
    {"no orders", "没有订单"},
    {"Stage", "阶段"},
    {"At risk: silent for longer than half of the repeat customers are between two purchases; lapsed: "
     "longer than 95% of them, unless days were given (crm-segment says them).",
     "有流失风险：沉默时间超过半数回头客的平均购买间隔；流失：超过 95% 回头客的间隔，除非另行指定（天数见 "
     "crm-segment 的提示）。"},
    {"Concentration", "集中度"},
    {"best 1%", "前 1%"},
    {"best 5%", "前 5%"},
    {"best 10%", "前 10%"},
    {"best 20%", "前 20%"},
    {"Gini coefficient", "基尼系数"},
    {"Of the buyers' net revenue; a net below 0 counts as 0, parts are rounded up to whole "
     "customers. Gini coefficient: sum of (2i - n - 1) x(i) over n times the sum of x, x ascending; "
     "0 is all alike, 1 one customer has all.",
     "按购买客户的净收入计算；净收入为负者按 0 计，人数向上取整。基尼系数：Σ(2i - n - 1)x(i) / "
     "(nΣx)，x 升序；0 表示完全平均，1 表示集中于一位客户。"},
    {"the best 20%% bring %.*s", "前 20%% 带来 %.*s"},
    {"Share of buyers, the smallest first", "购买客户占比（由小到大）"},
    {"all alike", "完全平均"},
    {"Lorenz curve of net revenue: the best 20%% of buyers bring %.*s; Gini coefficient %.3f.",
     "净收入洛伦兹曲线：前 20%% 的购买客户带来 %.*s；基尼系数 %.3f。"},
    {"Without gnuplot there are no charts; the tables have the numbers.",
     "未能使用 gnuplot，因此没有图表；数值见表。"},
};

struct str words_chinese(struct str english)
{
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (str_eq(english, str_of(table[i].en))) {
            return str_of(table[i].zh);
        }
    }
    return english;
}

const char *words(enum words_language language, const char *english)
{
    return language == WORDS_ZH ? words_chinese(str_of(english)).p : english;
}

struct str words_english(struct str label)
{
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (str_eq(label, str_of(table[i].zh))) {
            return str_of(table[i].en);
        }
    }
    return label;
}
