/* What went wrong: the shop's tickets, a row each, and the log of the trading company's 工单. */
#include "base/base.h"

#include "draw.h"

#define MINUTE_OF(hour, minute) ((hour)*60 + (minute))
#define DAY_MINUTES (24 * 60)

/* Minutes since the first day's midnight as a time; the two companies write them in their own ways.
 */
static void stamp(struct buf *b, int minute)
{
    struct date date = date_of(minute / DAY_MINUTES);
    fieldf(b, "%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day,
           minute % DAY_MINUTES / 60, minute % 60);
}

/* A length that is mostly short and sometimes very long. */
static int spread(int typical)
{
    int length = typical / 4 + (int)below((size_t)typical);
    for (int i = 0; i < 4 && chance(30); i++) {
        length = length * 2 + (int)below((size_t)typical);
    }
    return length;
}

/* The next minute in which the company works: 9 to 18 but for weekends, which all take it easy on.
 */
static int at_work(int minute)
{
    int of_day = minute % DAY_MINUTES, day = minute / DAY_MINUTES;
    if (of_day >= MINUTE_OF(18, 0)) {
        day++;
        of_day = MINUTE_OF(9, 0) + (int)below(90);
    } else if (of_day < MINUTE_OF(9, 0)) {
        of_day = MINUTE_OF(9, 0) + (int)below(90);
    }
    /* Day 0, 2023-01-01, is a Sunday. */
    while ((day % 7 == 0 || day % 7 == 6) && !chance(10)) {
        day++;
    }
    return day * DAY_MINUTES + of_day;
}

/* ---- the shop ---- */

struct cause {
    const char *category, *priority;
    const char *team;    /* that it mostly goes to */
    int answer, resolve; /* minutes, typical */
    int percent;
};

static const struct cause shop_causes[] = {
    {"late delivery", "normal", "logistics", 300, 3200, 38},
    {"damaged", "high", "logistics", 120, 2400, 20},
    {"wrong item", "high", "service", 150, 2000, 12},
    {"refund", "normal", "service", 240, 5200, 16},
    {"question", "low", "service", 420, 900, 14},
};

static const char *const shop_products[] = {
    "Teapot, glass, 1 l", "Gooseneck kettle 7\"", "Café cup & saucer", "Earl Grey loose leaf 250 g",
    "Sencha 100 g",       "Travel mug",           "Gift box",
};

static const char *const shop_agents[] = {"Maya", "Owen", "Priya", "Tom"};

static const struct cause *pick_cause(void)
{
    int at = (int)below(100);
    size_t i = 0;
    while (at >= shop_causes[i].percent) {
        at -= shop_causes[i++].percent;
    }
    return &shop_causes[i];
}

static void shop_ticket(struct buf *b, int number, int opened)
{
    const int end = (DAYS - 1) * DAY_MINUTES + MINUTE_OF(17, 30);
    const struct cause *cause = pick_cause();
    bool logistics = cause->team[0] == 'l';
    const char *team = chance(90) ? cause->team : logistics ? "service" : "logistics";
    /* One in eight is resolved without anybody having answered. */
    int answered = chance(12) ? 0 : at_work(opened + spread(cause->answer));
    int resolved = at_work((answered ? answered : opened) + spread(cause->resolve));
    bool open = resolved > end;
    fieldf(b, "T-%04d", 1000 + number);
    fieldf(b, "%05d", 1 + (int)below(chance(30) ? 12 : 100));
    stamp(b, opened);
    if (answered && answered <= end) {
        /* Now and then a clock was wrong. */
        stamp(b, chance(2) ? opened - 60 : answered);
    } else {
        field(b, "");
    }
    if (open) {
        field(b, "");
    } else {
        stamp(b, resolved);
    }
    field(b, open ? chance(40) ? "On hold" : "Open" : chance(80) ? "Closed" : "Solved");
    field(b, cause->priority);
    field(b, cause->category);
    field(b, team);
    field(b, PICK(shop_agents));
    field(b, PICK(shop_products));
    buf_byte(b, '\n');
}

static void shop_tickets(struct buf *b)
{
    const int count = 260;
    int minute = 0;
    buf_str(b, S("Ticket ID,Customer ID,Opened,First Response,Resolved,Status,Priority,Category,"
                 "Team,Agent,Product\n"));
    for (int i = 0; i < count; i++) {
        int left = DAYS * DAY_MINUTES - minute;
        minute += (int)below((size_t)(2 * left / (count - i + 1)));
        /* The last dozen are of the days before the end: some of them are open still. */
        int recent = (DAYS - 9) * DAY_MINUTES + (i - (count - 12)) * 960;
        minute = recent > minute && i >= count - 12 ? recent : minute;
        shop_ticket(b, i + 1, minute);
    }
}

/* ---- the trading company ---- */

static const char *const trading_problems[] = {"物流延误", "货品破损", "发票错误", "质量问题",
                                               "数量不符"};
static const char *const trading_hands[] = {"陈晨", "周舟", "吴悠", "孙倩"};

struct event {
    int minute, number; /* number: which of the ticket's */
    const char *status, *hand, *group;
    int ticket;
};

struct events {
    struct event event[1000];
    int count;
};

static void add_event(struct events *e, int ticket, int minute, const char *status,
                      const char *hand)
{
    /* Who works in which group; a new one is nobody's yet. */
    const char *group = !*hand ? "" : hand == trading_hands[3] ? "质量部" : "客服部";
    if (minute < DAYS * DAY_MINUTES) {
        e->event[e->count] = (struct event){minute, e->count, status, hand, group, ticket};
        e->count++;
    }
}

static void trading_ticket(struct events *e, int ticket, int opened)
{
    const char *hand = trading_hands[below(3)];
    int minute = at_work(opened + spread(90));
    add_event(e, ticket, opened, "新建", "");
    add_event(e, ticket, minute, "处理中", hand);
    minute = at_work(minute + spread(60));
    add_event(e, ticket, minute, "已回复", hand);
    if (chance(30)) {
        hand = chance(50) ? trading_hands[3] : trading_hands[below(3)];
        minute = at_work(minute + spread(200));
        add_event(e, ticket, minute, "处理中", hand);
    }
    if (chance(35)) {
        minute = at_work(minute + spread(120));
        add_event(e, ticket, minute, "等待客户", hand);
        minute = at_work(minute + spread(1500));
        add_event(e, ticket, minute, "处理中", hand);
    }
    minute = at_work(minute + spread(900));
    add_event(e, ticket, minute, "已解决", hand);
    if (chance(8)) {
        minute = at_work(minute + spread(2000));
        add_event(e, ticket, minute, "重新打开", hand);
        minute = at_work(minute + spread(700));
        add_event(e, ticket, minute, "已解决", hand);
    }
    if (chance(85)) {
        add_event(e, ticket, at_work(minute + 3 * DAY_MINUTES), "已关闭", "");
    }
}

static int by_time(const void *a, const void *b)
{
    const struct event *x = a, *y = b;
    return x->minute != y->minute ? (x->minute > y->minute) - (x->minute < y->minute)
                                  : (x->number > y->number) - (x->number < y->number);
}

static void trading_tickets(struct buf *b)
{
    /* Make-up days (调休), and the eves of holidays: 2023-04-23, 2024-02-04, 2024-09-29,
     * 2024-09-30, 2024-10-12; and the last days. */
    static const int special[] = {112, 399, 637, 638, 650, DAYS - 4, DAYS - 3, DAYS - 2};
    static struct events events;
    const int count = 90;
    int priority[96], problem[96], customer[96];
    for (int i = 0; i < count; i++) {
        int day = i < (int)COUNT_OF(special) ? special[i] : (int)below(DAYS);
        int at = (int)below(100);
        priority[i] = at < 8 ? 0 : at < 30 ? 1 : 2;
        problem[i] = (int)below(COUNT_OF(trading_problems));
        customer[i] = 1 + (int)below(56);
        trading_ticket(&events, i, day * DAY_MINUTES + MINUTE_OF(8, 30) + (int)below(600));
    }
    qsort(events.event, (size_t)events.count, sizeof *events.event, by_time);
    buf_str(b, S("工单编号,操作时间,状态,处理人,班组,客户编号,优先级,问题类型\n"));
    for (int i = 0; i < events.count; i++) {
        static const char *const names[] = {"紧急", "高", "普通"};
        const struct event *e = &events.event[i];
        struct date date = date_of(e->minute / DAY_MINUTES);
        int of_day = e->minute % DAY_MINUTES;
        fieldf(b, "GD%04d", e->ticket + 1);
        fieldf(b, "%d年%d月%d日 %02d:%02d", date.year, date.month, date.day, of_day / 60,
               of_day % 60);
        field(b, e->status);
        field(b, e->hand);
        field(b, e->group);
        fieldf(b, "%06d", customer[e->ticket] * 10 + 3);
        field(b, names[priority[e->ticket]]);
        field(b, trading_problems[problem[e->ticket]]);
        buf_byte(b, '\n');
    }
}

void make_tickets(const char *directory)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    draw_seed(311);
    shop_tickets(&b);
    write_file(directory, "shop/tickets.csv", buf_view(&b));
    buf_clear(&b);
    draw_seed(12315);
    trading_tickets(&b);
    write_file(directory, "trading/tickets.csv", buf_view(&b));
    buf_free(&b);
}
