#include "unit.h"

#include "rules/guard.h"

static enum guard_column kind_of(void *context, struct str name)
{
    (void)context;
    bool unknown = str_eq(name, S("spend")) || str_eq(name, S("花费"));
    return unknown                      ? GUARD_UNKNOWN
           : str_eq(name, S("amount")) ? GUARD_NUMERIC
                                       : GUARD_NONE;
}

static void check(const char *sql, const char *want)
{
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    guard_sql(str_of(sql), kind_of, NULL, &out);
    CHECK_STR(buf_view(&out), str_of(want));
    buf_free(&out);
}

int main(void)
{
    check("spend > 3", "number_or_null(spend) > 3");
    check("spend>-3.5e2", "number_or_null(spend)>-3.5e2");
    check("3 < spend", "3 < number_or_null(spend)");
    check("\"spend\" >= 3", "number_or_null(\"spend\") >= 3");
    check("花费 between 1 and 2", "number_or_null(花费) between 1 and 2");
    check("spend NOT BETWEEN 1 AND 2", "number_or_null(spend) NOT BETWEEN 1 AND 2");
    check("spend * 2 > 7", "number_or_null(spend) * 2 > 7");
    check("spend = /* three */ 3", "number_or_null(spend) = /* three */ 3");
    check("spend = 'abc'", "text_or_null(spend) = 'abc'");
    check("spend in ('1', '2')", "text_or_null(spend) in ('1', '2')");
    check("spend not in (1, 2)", "number_or_null(spend) not in (1, 2)");
    check("spend > (3)", "number_or_null(spend) > (3)");
    check("spend > t.amount", "number_or_null(spend) > t.amount");
    check("amount * spend", "amount * number_or_null(spend)");
    check("spend(3) > 3", "spend(3) > 3");
    check("a.b.spend > 3", "number_or_null(a.b.spend) > 3");
    check("spend is null or 3 > amount", "spend is null or 3 > amount");
    check("amount > 3", "amount > 3");
    check("note = 'spend > 3'", "note = 'spend > 3'");
    check("note = 'it''s spend > 3'", "note = 'it''s spend > 3'");
    check("-- spend > 3\nspend > 3", "-- spend > 3\nnumber_or_null(spend) > 3");
    check("t.spend > 3 and 2 < \"t\".\"spend\"",
          "number_or_null(t.spend) > 3 and 2 < number_or_null(\"t\".\"spend\")");
    check("spend", "spend");
    check("", "");
    check("'open", "'open");
    return unit_end();
}
