/* The Chinese trading company: one row an order, and the book of customers and suppliers. */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "draw.h"

#include <iconv.h>
#include <zlib.h>

static const struct kind trading_kinds[] = {
    /* count, first order between, last, gap, slowing, lines, size */
    {14, 0, 60, 730, 36, 0, 1, 3},    /* steady accounts */
    {5, 0, 60, 730, 42, 0, 1, 20},    /* key accounts */
    {8, 0, 90, 560, 36, 0, 1, 4},     /* went to a competitor in summer 2024 */
    {7, 0, 90, 720, 22, 20, 1, 3},    /* order ever less often */
    {9, 20, 400, 730, 110, 0, 1, 2},  /* now and then */
    {9, 10, 680, 730, 0, 0, 1, 1},    /* one sample order */
    {4, 650, 710, 730, 18, 0, 1, 2},  /* new */
};

#define SUPPLIERS 6 /* in the customer book only */

static const char *const cities[] = {
    "上海", "苏州", "宁波", "杭州", "深圳", "东莞", "佛山", "青岛", "天津", "厦门",
};
static const char *const words[] = {
    "恒远", "金泰", "华盛", "瑞丰", "德邦", "永利", "嘉禾", "明达", "鑫源", "宏图", "锦程", "百川",
};
static const char *const trades[] = {
    "五金制品", "机电设备", "包装材料", "纺织品", "建材", "电子科技", "进出口", "塑胶",
};
static const char *const family_names[] = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "陶",
};
/* 喆 and 堃 are in GBK but not in GB2312; 㛃 has four bytes in GB18030. */
static const char *const given_names[] = {
    "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "洋", "喆", "堃", "建国", "㛃",
};
static const char *const salespeople[] = {"周敏", "钱喆", "孙丽华", "吴刚", "郑㛃"};
static const char *const notes[] = {
    "加急，请周五前发货",
    "客户要求\"纸箱加固\"",
    "送货地址：工业园区星湖街8号\n联系前请先打电话",
    "分两批发货, 首批50件",
    "含税　含运费",
    "老客户介绍",
    "需开增值税专用发票；抬头见合同",
    "样品单",
};

/* The same name at every call for the same customer. */
static void company_name(int id, char text[128])
{
    size_t n = (size_t)id;
    /* 10, 12 and 8 words: steps of 7, 5 and 3 tell 120 companies apart. */
    snprintf(text, 128, "%s%s%s%s", cities[n * 7 % COUNT_OF(cities)],
             words[n * 5 % COUNT_OF(words)], trades[n * 3 % COUNT_OF(trades)],
             n % 11 == 5 ? "（集团）有限公司" : "有限公司");
}

/* ASCII as full-width characters: what an input method left in that mode types. */
static void widen(const char *text, char *wide)
{
    for (; *text; text++) {
        unsigned code = 0xFF01u + (unsigned)(*text - '!');
        *wide++ = (char)0xEF;
        *wide++ = (char)(0x80 | (code >> 6 & 0x3F));
        *wide++ = (char)(0x80 | (code & 0x3F));
    }
    *wide = '\0';
}

/* "12,345.50" */
static void group(int cents, char text[32])
{
    int whole = cents / 100;
    if (whole >= 1000000) {
        snprintf(text, 32, "%d,%03d,%03d.%02d", whole / 1000000, whole / 1000 % 1000, whole % 1000,
                 cents % 100);
    } else if (whole >= 1000) {
        snprintf(text, 32, "%d,%03d.%02d", whole / 1000, whole % 1000, cents % 100);
    } else {
        snprintf(text, 32, "%d.%02d", whole, cents % 100);
    }
}

/* An amount as four people type it. */
static void amount(struct buf *b, int cents)
{
    char text[32];
    char wide[96];
    uint32_t way = below(100);
    group(cents, text);
    if (way < 45) {
        fieldf(b, "¥%s", text);
    } else if (way < 80) {
        fieldf(b, "%d.%02d", cents / 100, cents % 100);
    } else if (way < 92) {
        fieldf(b, "%s元", text);
    } else if (way < 96) {
        widen(text, wide);
        field(b, wide);
    } else {
        fieldf(b, "￥%s", text);
    }
}

static void chinese_date(struct buf *b, int day)
{
    struct date date = date_of(day);
    if (chance(50)) {
        fieldf(b, "%d年%d月%d日", date.year, date.month, date.day);
    } else {
        fieldf(b, "%d/%d/%d", date.year, date.month, date.day);
    }
}

static const char *status_of(const struct order *order)
{
    if (order->day > DAYS - 6) {
        return "待付款";
    }
    if (order->day > DAYS - 20) {
        return "已发货";
    }
    uint32_t at = below(100);
    return at < 4 ? "已取消" : at < 7 ? "退款" : "已完成";
}

static void trading_order(struct buf *b, const struct order *order, int number)
{
    char name[128];
    company_name(order->buyer, name);
    fieldf(b, "%06d", order->buyer * 10 + 3);
    /* A full-width space at the end, as copied from a form. */
    fieldf(b, "%s%s", name, chance(6) ? "　" : "");
    struct date date = date_of(order->day);
    fieldf(b, "XS%04d%02d%04d", date.year, date.month, number);
    chinese_date(b, order->day);
    field(b, status_of(order));
    /* 800 to 6,800 yuan for size 1. */
    amount(b, order->size * (80000 + (int)below(600000)));
    field(b, "CNY");
    /* An account has one salesperson; one in twenty orders was taken by a colleague. */
    size_t seller = chance(5) ? below(COUNT_OF(salespeople)) : (size_t)order->buyer;
    field(b, salespeople[seller % COUNT_OF(salespeople)]);
    field(b, chance(18) ? PICK(notes) : "");
    buf_byte(b, '\n');
}

static void trading_customer(struct buf *b, int id, int buyers)
{
    char name[128];
    company_name(id, name);
    fieldf(b, "%06d", id * 10 + 3);
    field(b, name);
    /* One draw a statement: the order in which arguments are evaluated is the compiler's choice. */
    const char *family = PICK(family_names);
    const char *given = PICK(given_names);
    fieldf(b, "%s%s", family, given);
    /* China keeps no numbers for fiction; 140 belongs to machines, never to a person. */
    unsigned line = (unsigned)id * 137 % 10000;
    if (chance(25)) {
        fieldf(b, "+86 140-0000-%04u", line);
    } else if (chance(10)) {
        field(b, "");
    } else {
        fieldf(b, "1400000%04u", line);
    }
    if (chance(20)) {
        field(b, "");
    } else {
        static const char *const ends[] = {"com", "net", "org"};
        fieldf(b, "kehu%03d@example.%s", id, PICK(ends));
    }
    field(b, id > buyers ? "供应商" : chance(8) ? "两者" : "客户");
    field(b, cities[(size_t)id * 7 % COUNT_OF(cities)]);
    chinese_date(b, joined[id]);
    buf_byte(b, '\n');
}

/* Records end with CR LF, as Windows writes them; a line break inside quotes stays LF. */
static void to_crlf(struct str text, struct buf *b)
{
    bool quoted = false;
    for (size_t i = 0; i < text.n; i++) {
        quoted ^= text.p[i] == '"';
        if (text.p[i] == '\n' && !quoted) {
            buf_byte(b, '\r');
        }
        buf_byte(b, text.p[i]);
    }
}

static void to_gb18030(struct str text, struct buf *b)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    if (converter == (iconv_t)-1) {
        die(STATUS_SYSTEM, "iconv knows no GB18030");
    }
    /* Two bytes of UTF-8 can become four, nothing grows more. */
    size_t room = mem_mul(text.n, 2);
    char *in = (char *)(uintptr_t)text.p;
    char *out = buf_reserve(b, room);
    size_t left = text.n;
    size_t rest = room;
    if (iconv(converter, &in, &left, &out, &rest) == (size_t)-1) {
        die(STATUS_SYSTEM, "iconv: %s", strerror(errno));
    }
    b->n += room - rest;
    iconv_close(converter);
}

/* One gzip member without name and time, so that only zlib's version can change its bytes. */
static void to_gzip(struct str bytes, struct buf *b)
{
    z_stream z = {0};
    gz_header header = {.os = 255};
    if (deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK ||
        deflateSetHeader(&z, &header) != Z_OK) {
        die(STATUS_SYSTEM, "zlib cannot start");
    }
    size_t room = deflateBound(&z, bytes.n);
    z.next_in = (Bytef *)(uintptr_t)bytes.p;
    z.avail_in = (uInt)bytes.n;
    z.next_out = (Bytef *)buf_reserve(b, room);
    z.avail_out = (uInt)room;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END) {
        die(STATUS_SYSTEM, "zlib cannot finish");
    }
    b->n += room - z.avail_out;
    deflateEnd(&z);
}

static void write_orders(const char *directory, struct str text)
{
    struct buf crlf, chinese, packed;
    buf_init(&crlf, BUF_UNBOUNDED);
    buf_init(&chinese, BUF_UNBOUNDED);
    buf_init(&packed, BUF_UNBOUNDED);
    to_crlf(text, &crlf);
    to_gb18030(buf_view(&crlf), &chinese);
    to_gzip(buf_view(&chinese), &packed);
    write_file(directory, "trading/orders-utf8.csv", text);
    write_file(directory, "trading/orders.csv.gz", buf_view(&packed));
    buf_free(&crlf);
    buf_free(&chinese);
    buf_free(&packed);
}

void make_trading(const char *directory)
{
    draw_seed(8888);
    int buyers = make_buyers(trading_kinds, COUNT_OF(trading_kinds));
    /* The data end on the last day of the year. */
    add_order(DAYS - 1, orders[0].buyer, &trading_kinds[0]);
    sort_orders();
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    buf_str(&b, S("客户编号,客户名称,订单编号,下单日期,订单状态,金额,币种,业务员,备注\n"));
    for (int i = 0; i < order_count; i++) {
        trading_order(&b, &orders[i], i + 1);
    }
    write_orders(directory, buf_view(&b));
    buf_clear(&b);
    buf_str(&b, S("客户编号,客户名称,联系人姓名,手机号,邮箱,角色,城市,建档日期\n"));
    for (int id = 1; id <= buyers + SUPPLIERS; id++) {
        if (id > buyers) {
            joined[id] = (int)below(DAYS);
        }
        trading_customer(&b, id, buyers);
    }
    write_file(directory, "trading/customers.csv", buf_view(&b));
    buf_free(&b);
}
