/* What the customers of both companies say: surveys of a year, a row a response. */
#include "base/base.h"

#include "draw.h"

/* What an answer is about, how it sounds, and how far it moves the scores. */
struct remark {
    const char *text;
    int shift;
};

static const struct remark shop_remarks[] = {
    {"Arrived late, and nobody told me.", -4},
    {"Late again! The courier left it in the rain.", -5},
    {"Delivery took nine days", -3},
    {"The box was damaged, two cups broken", -5},
    {"Too expensive since the new year.", -2},
    {"Prices have gone up a lot", -2},
    {"Lovely tea, as always", 2},
    {"Best Earl Grey I have had!", 2},
    {"Quick delivery, thank you", 2},
    {"Friendly help on the phone", 2},
    {"The site forgot my basket", -2},
    {"Fine.", 0},
};

static const struct remark trading_remarks[] = {
    {"物流太慢，等了两周", -4},     {"快递包装破损", -4},       {"质量稳定，满意", 2},
    {"价格偏高", -2},               {"业务员回复及时，服务好", 2}, {"发票开错了，改了三次", -3},
    {"一般", 0},                    {"交货准时", 2},
};

static int within(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* 0 to 10: mostly 8 and 9, before the remark. */
static int recommend(int shift)
{
    static const int usual[] = {10, 10, 9, 9, 9, 8, 8, 8, 7, 7, 6, 5};
    int score = PICK(usual);
    return within(score + shift - (shift < 0 ? (int)below(3) : 0), 0, 10);
}

/* One response: a remark of the table, or none. */
static void scores(struct buf *b, const struct remark *remark, bool chinese)
{
    int shift = remark ? remark->shift : 0;
    int score = recommend(shift);
    int satisfied = within((score + 1) / 2 + (chance(30) ? 1 : 0) - (chance(20) ? 1 : 0), 1, 5);
    if (chance(4)) {
        field(b, "99");
    } else {
        fieldf(b, "%d", score);
    }
    if (chance(6)) {
        field(b, chinese ? "不适用" : "n/a");
    } else {
        fieldf(b, "%d", satisfied);
    }
}

static void shop_response(struct buf *b, int number, int day)
{
    static const char *const regions[] = {"North", "South", "Abroad"};
    int customer = 1 + (int)below(120);
    const struct remark *remark = chance(55) ? &PICK(shop_remarks) : NULL;
    struct date date = date_of(day);
    fieldf(b, "R%04d", number);
    fieldf(b, "%05d", customer);
    fieldf(b, "%04d-%02d-%02d", date.year, date.month, date.day);
    field(b, regions[customer % 3]);
    scores(b, remark, false);
    int ease = within(4 + (int)below(4) + (remark && remark->shift < 0 ? -2 : 0), 1, 7);
    fieldf(b, "%d", ease);
    field(b, remark ? remark->text : "");
    buf_byte(b, '\n');
}

static void trading_response(struct buf *b, int day)
{
    static const char *const regions[] = {"华东", "华南", "华北"};
    int customer = 1 + (int)below(56);
    const struct remark *remark = chance(60) ? &PICK(trading_remarks) : NULL;
    struct date date = date_of(day);
    fieldf(b, "%06d", customer * 10 + 3);
    fieldf(b, "%d年%d月%d日", date.year, date.month, date.day);
    field(b, regions[customer % 3]);
    scores(b, remark, true);
    field(b, remark ? remark->text : "");
    buf_byte(b, '\n');
}

/* Days of 2024, ascending: answers come in as they are given. */
static int next_day(int day, int number, int of)
{
    int left = DAYS - 1 - day, answers = of - number;
    return day + (int)below((size_t)(2 * left / (answers + 1) + 1));
}

void make_surveys(const char *directory)
{
    struct buf b;
    int day = 365; /* 2024-01-01 */
    buf_init(&b, BUF_UNBOUNDED);
    draw_seed(2003);
    buf_str(&b, S("Response ID,Customer ID,Answered,Region,Recommend,Satisfaction,Ease,Comment\n"));
    for (int i = 0; i < 240; i++) {
        day = next_day(day, i, 240);
        shop_response(&b, i + 1, day);
    }
    write_file(directory, "shop/survey.csv", buf_view(&b));
    buf_clear(&b);
    day = 365;
    buf_str(&b, S("客户编号,答题时间,区域,推荐分数,满意度,意见\n"));
    for (int i = 0; i < 90; i++) {
        day = next_day(day, i, 90);
        trading_response(&b, day);
    }
    write_file(directory, "trading/survey.csv", buf_view(&b));
    buf_free(&b);
}
