/* The English web shop: orders with their lines, and who signed up. */
#include "base/base.h"

#include "draw.h"

static const struct kind shop_kinds[] = {
    /* count, first order between, last, gap, slowing, lines, size */
    {11, 0, 60, 730, 64, 0, 3, 1},    /* loyal regulars */
    {5, 0, 120, 730, 80, 0, 4, 4},    /* big spenders */
    {10, 0, 90, 520, 64, 0, 3, 1},    /* regulars who left in spring 2024 */
    {8, 0, 120, 700, 30, 25, 3, 1},   /* slipping: every gap longer than the last */
    {12, 10, 200, 400, 60, 0, 2, 1},  /* lost long ago */
    {16, 30, 400, 730, 150, 0, 2, 1}, /* now and then */
    {44, 5, 700, 730, 0, 0, 2, 1},    /* bought once */
    {8, 640, 715, 730, 30, 0, 3, 1},  /* new */
};

struct item {
    const char *sku, *name;
    int pence;
};

static const struct item items[] = {
    {"00101", "Assam loose leaf 250 g", 850},      {"00102", "Earl Grey loose leaf 250 g", 895},
    {"00103", "Sencha 100 g", 1150},               {"00104", "Jasmine pearls 100 g", 1490},
    {"00105", "Oolong \"Iron Goddess\" 100 g", 1675}, {"00106", "Rooibos, organic, 250 g", 690},
    {"00107", "Peppermint 50 bags", 425},          {"00108", "Breakfast blend 80 bags", 520},
    {"00201", "Teapot, cast iron, 0.8 l", 4950},   {"00202", "Teapot, glass, 1 l", 2795},
    {"00203", "Gooseneck kettle 7\"", 6400},       {"00204", "Café cup & saucer", 1240},
    {"00205", "Travel mug", 1895},                 {"00206", "Strainer", 650},
    {"00207", "Matcha whisk", 1325},               {"00208", "Tea towel", 799},
    {"00301", "Shortbread 200 g", 485},            {"00302", "Honey, heather, 340 g", 925},
    {"00303", "Lemon curd", 410},                  {"00304", "Gift box", 3500},
};

struct land {
    const char *code;
    const char *cities[3];
    const char *phone; /* reserved for fiction where the country has such a range */
    unsigned range;    /* of what may stand for the open digits */
    int percent;
};

static const struct land lands[] = {
    {"GB", {"London", "Leeds", "Newcastle upon Tyne"}, "07700 900%03u", 1000, 62},
    {"IE", {"Dublin", "Cork", "Dún Laoghaire"}, "+353 20 910 %04u", 10000, 8},
    {"DE", {"Berlin", "Köln", "München"}, "+49 (0)30 23125 %03u", 1000, 10},
    {"FR", {"Lyon", "Paris", "Besançon"}, "+33 6 39 98 %02u 12", 100, 8},
    {"US", {"Portland, OR", "Boston", "St. Paul"}, "(212) 555-01%02u", 100, 7},
    {"AU", {"Perth", "Hobart", "Wagga Wagga"}, "+61 3 5550 %04u", 10000, 5},
};

static const char *const shop_first[] = {
    "Alice", "Ben", "Chloe", "Daniel", "Emma", "Finn", "Grace", "Harry", "Isla", "Jack", "Kate",
    "Liam", "Maeve", "Noah", "Olivia", "Peter", "Ruth", "Sam", "Tara", "Zoë",
};
static const char *const shop_last[] = {
    "Adams", "Brown", "Clarke", "Davies", "Evans", "Ferguson", "Green", "Hughes", "Jones", "King",
    "Lewis", "Müller", "Nolan", "O'Brien", "Palmer", "Roberts", "Smith-Jones", "Taylor", "Walker",
    "Dupré",
};

static const struct land *pick_land(void)
{
    int at = (int)below(100);
    size_t i = 0;
    while (at >= lands[i].percent) {
        at -= lands[i++].percent;
    }
    return &lands[i];
}

/* A name as in an e-mail address: ASCII letters in lower case. */
static void letters(const char *name, char text[32])
{
    size_t n = 0;
    for (; *name && n < 31; name++) {
        char c = (char)(*name | 0x20);
        if (c >= 'a' && c <= 'z') {
            text[n++] = c;
        } else if (*name == (char)0xC3) {
            /* The names above hold ü (C3 BC), é and ë (C3 A9, C3 AB). */
            name++;
            text[n++] = *name == (char)0xBC ? 'u' : 'e';
        }
    }
    text[n] = '\0';
}

static void shop_customer(struct buf *b, int id)
{
    static const char *const ends[] = {"com", "net", "org"};
    const char *first = PICK(shop_first);
    const char *last = PICK(shop_last);
    const struct land *land = pick_land();
    char one[32], two[32];
    letters(first, one);
    letters(last, two);
    fieldf(b, "%05d", id);
    field(b, first);
    field(b, last);
    /* Some type capitals, which is the same mailbox; some have none on file. */
    if (chance(8)) {
        field(b, "");
    } else if (chance(12)) {
        fieldf(b, "%c%s.%s%d@Example.%s", one[0] - 32, one + 1, two, id, PICK(ends));
    } else {
        fieldf(b, "%s.%s%d@example.%s", one, two, id, PICK(ends));
    }
    char phone[64] = "";
    if (!chance(15)) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(phone, sizeof phone, land->phone, (unsigned)id * 37 % land->range);
#pragma GCC diagnostic pop
    }
    field(b, phone);
    field(b, land->code);
    field(b, PICK(land->cities));
    struct date date = date_of(joined[id]);
    fieldf(b, "%04d-%02d-%02d", date.year, date.month, date.day);
    field(b, chance(40) ? "yes" : "no");
    buf_byte(b, '\n');
}

static const char *shop_status(const struct order *order)
{
    if (order->day > DAYS - 4) {
        return "pending";
    }
    if (order->day > DAYS - 12) {
        return "shipped";
    }
    uint32_t at = below(100);
    return at < 4 ? "cancelled" : at < 7 ? "refunded" : "completed";
}

static void shop_line(struct buf *b, const struct order *order, int id, const char *status,
                      const struct item *item, int quantity)
{
    struct date date = date_of(order->day);
    fieldf(b, "%07d", id);
    if (order->buyer) {
        fieldf(b, "%05d", order->buyer);
    } else {
        field(b, "");
    }
    fieldf(b, "%04d-%02d-%02d %02d:%02d:%02d", date.year, date.month, date.day,
           order->second / 3600, order->second / 60 % 60, order->second % 60);
    field(b, status);
    field(b, item->sku);
    field(b, item->name);
    fieldf(b, "%d", quantity);
    /* Prices rose by about 5 % for 2024. */
    int pence = date.year == 2024 ? (item->pence * 105 + 50) / 100 : item->pence;
    fieldf(b, "%d.%02d", pence / 100, pence % 100);
    field(b, "GBP");
    buf_byte(b, '\n');
}

static void shop_orders(struct buf *b)
{
    buf_str(b, S("Order ID,Customer ID,Order Date,Status,SKU,Item,Quantity,Unit Price,Currency\n"));
    int id = 10200;
    for (int i = 0; i < order_count; i++) {
        struct order *order = &orders[i];
        const char *status = shop_status(order);
        size_t at = below(COUNT_OF(items));
        const struct item *item = NULL;
        int quantity = 0;
        id += 1 + (int)below(3);
        for (int line = 0; line < order->lines; line++) {
            /* Steps of 7 never meet the same of 20 items twice in an order. */
            item = &items[(at + (size_t)line * 7) % COUNT_OF(items)];
            quantity = order->size * (1 + (int)below(order->size > 1 ? 4 : 2));
            shop_line(b, order, id, status, item, quantity);
        }
        /* A return has an order number of its own, on the same day, and a negative quantity. */
        if (order->buyer && strcmp(status, "completed") == 0 && chance(4)) {
            order->second += 300 + (int)below(3600);
            id++;
            shop_line(b, order, id, status, item, -quantity);
        }
    }
}

void make_shop(const char *directory)
{
    static const struct kind guest = {.lines = 2, .size = 1};
    draw_seed(1886);
    int buyers = make_buyers(shop_kinds, COUNT_OF(shop_kinds));
    for (int i = 0; i < 14; i++) {
        add_order((int)below(DAYS), 0, &guest);
    }
    /* The data end on the last day of the year, with somebody who is there to the end. */
    add_order(DAYS - 1, orders[order_count - 15].buyer, &guest);
    sort_orders();
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    shop_orders(&b);
    write_file(directory, "shop/orders.csv", buf_view(&b));
    buf_clear(&b);
    buf_str(&b, S("Customer ID,First Name,Last Name,Email,Phone,Country,City,Joined,Newsletter\n"));
    /* The last six signed up and never ordered. */
    for (int id = 1; id <= buyers + 6; id++) {
        if (id > buyers) {
            joined[id] = (int)below(DAYS);
        }
        shop_customer(&b, id);
    }
    write_file(directory, "shop/customers.csv", buf_view(&b));
    buf_free(&b);
}
