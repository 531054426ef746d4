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
