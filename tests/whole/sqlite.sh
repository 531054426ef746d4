#!/bin/sh
# crm-query beside the sqlite3 program: the same data, the same questions, the same answers. sqlite3 gets
# its table from an INSERT a row, typed by a CREATE TABLE written here, empty cells as NULL; skipped where
# it is not on the machine. Then a join of two streams of 30,000 rows, which takes minutes where it is done
# as a nested scan.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
PATH=$B/bin:$PATH
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
samples=$PWD/samples
cd "$work" || exit 1
passed=0
failed=0

# result OK WHAT: counts a check, and names it where it failed.
result() {
    if [ "$1" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: $2"
    fi
}

# Orders and customers by arithmetic: ids with leading zeros, empty cells, refunds, amounts of 2 decimals.
awk 'BEGIN {
    print "customer_id,order_id,date,amount,quantity,channel"
    for (i = 1; i <= 2000; i++) {
        x = (x * 1103 + 12345) % 65536
        y = (y * 2213 + 4567) % 65521
        amount = x % 13 == 0 ? "" : sprintf("%s%d.%02d", y % 19 == 0 ? "-" : "", x % 900, y % 100)
        channel = x % 7 == 0 ? "" : x % 3 == 0 ? "web" : x % 3 == 1 ? "\345\272\227" : "it'\''s, a \"shop\""
        gsub(/"/, "\"\"", channel)
        printf "%03d,%d,20%02d-%02d-%02d,%s,%d,\"%s\"\n", y % 211, i, 22 + x % 3, 1 + y % 12, 1 + x % 28,
            amount, 1 + y % 9, channel
    }
}' >orders.csv
awk 'BEGIN {
    print "customer_id,name,city,tier"
    for (i = 0; i < 230; i += 2)
        printf "%03d,Customer %d,%s,%s\n", i, i, i % 5 ? "City" i % 4 : "", i % 3 ? "gold" : ""
}' >customers.csv

# Makes INSERTs from CSV without line ends in its cells.
inserts() { # TABLE FILE
    awk -v table="$1" -v quote="'" '
        function cells(line, c, n, inside, i, ch) {
            n = 1
            cell[1] = ""
            inside = 0
            for (i = 1; i <= length(line); i++) {
                ch = substr(line, i, 1)
                if (inside && ch == "\"" && substr(line, i + 1, 1) == "\"") { cell[n] = cell[n] ch; i++ }
                else if (ch == "\"") inside = !inside
                else if (ch == "," && !inside) cell[++n] = ""
                else cell[n] = cell[n] ch
            }
            return n
        }
        NR == 1 { print "BEGIN;"; next }
        {
            n = cells($0)
            text = ""
            for (i = 1; i <= n; i++) {
                gsub(quote, quote quote, cell[i])
                text = text (i > 1 ? "," : "") (cell[i] == "" ? "NULL" : quote cell[i] quote)
            }
            print "INSERT INTO " table " VALUES (" text ");"
        }
        END { print "COMMIT;" }' "$2"
}

# ask SQL FILE...: both answers, compared; there must be rows.
ask() {
    sql=$1
    shift
    asked=$((asked + 1))
    sqlite3 -batch -header -csv data.db "$sql" | tr -d '\r' | plain >want
    crm-query -q -t csv "$sql" "$@" >got.csv 2>err
    rc=$?
    plain <got.csv >got
    [ $rc = 0 ] && [ "$(wc -l <want)" -gt 1 ] && cmp -s want got
    ok=$?
    result $ok "$sql"
    [ $ok = 0 ] || { cat err; diff want got | head -n 6 | sed 's/^/    /'; }
}

# Quotes that one needs and the other does not, and zeros at the end of a decimal, are not compared.
plain() {
    sed -E 's/"//g; s/(\.[0-9]*[1-9])0+(,|$)/\1\2/g; s/\.0+(,|$)/\1/g'
}

if command -v sqlite3 >/dev/null; then
    {
        echo 'CREATE TABLE orders (customer_id TEXT, order_id TEXT, date TEXT, amount REAL, quantity REAL,
            channel TEXT);'
        inserts orders orders.csv
        echo 'CREATE TABLE customers (customer_id TEXT, name TEXT, city TEXT, tier TEXT);'
        inserts customers customers.csv
    } | sqlite3 -batch data.db
    result $? 'sqlite3 takes the data'
    asked=0
    ask 'SELECT count(*) AS n, count(amount) AS amounts, count(channel) AS channels FROM orders' \
        orders.csv customers.csv
    ask 'SELECT * FROM orders WHERE amount > 850 ORDER BY order_id' \
        orders.csv customers.csv
    ask "SELECT order_id, amount FROM orders WHERE customer_id = '007' ORDER BY date, order_id" \
        orders.csv customers.csv
    ask 'SELECT order_id FROM orders WHERE customer_id = 111 ORDER BY 1' \
        orders.csv customers.csv
    ask "SELECT coalesce(channel, '-') AS c, count(*) AS n, round(sum(amount), 2) AS s, min(amount) AS least,
        max(amount) AS most FROM orders GROUP BY 1 ORDER BY 1" \
        orders.csv customers.csv
    ask "SELECT substr(date, 1, 7) AS month, count(DISTINCT customer_id) AS customers FROM orders
        GROUP BY 1 HAVING count(*) > 50 ORDER BY 2 DESC, 1" \
        orders.csv customers.csv
    ask 'SELECT c.customer_id, c.name, count(o.order_id) AS n, round(total(o.amount), 2) AS s
        FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id GROUP BY 1 ORDER BY 4, 1' \
        orders.csv customers.csv
    ask 'SELECT city, tier, round(avg(amount), 3) AS mean FROM orders JOIN customers USING (customer_id)
        GROUP BY 1, 2 ORDER BY 1, 2' \
        orders.csv customers.csv
    ask 'SELECT count(*) AS n FROM orders WHERE customer_id NOT IN (SELECT customer_id FROM customers)' \
        orders.csv customers.csv
    ask "SELECT order_id, amount FROM orders WHERE NOT amount > 5 AND channel <> 'web' ORDER BY 2, 1" \
        orders.csv customers.csv
    ask 'SELECT a.order_id, b.order_id AS other FROM orders a JOIN orders b ON a.customer_id = b.customer_id
        AND a.date = b.date AND CAST(a.order_id AS INTEGER) < CAST(b.order_id AS INTEGER) ORDER BY 1, 2' \
        orders.csv customers.csv
    ask 'SELECT customer_id, order_id, round(sum(amount) OVER w, 2) AS running, rank() OVER w AS place,
        lag(date) OVER w AS before FROM orders
        WINDOW w AS (PARTITION BY customer_id ORDER BY date, order_id) ORDER BY 1, date, 2' \
        orders.csv customers.csv
    ask 'SELECT order_id, round(avg(amount) OVER (ORDER BY date, order_id ROWS 6 PRECEDING), 3) AS mean
        FROM orders ORDER BY date, order_id' \
        orders.csv customers.csv
    ask "WITH first AS (SELECT customer_id, min(date) AS day FROM orders GROUP BY 1)
        SELECT strftime('%Y', day) AS year, count(*) AS n FROM first GROUP BY 1 ORDER BY 1" \
        orders.csv customers.csv
    ask "SELECT customer_id FROM orders WHERE channel = 'web' EXCEPT
        SELECT customer_id FROM customers WHERE tier = 'gold' ORDER BY 1" \
        orders.csv customers.csv
    ask "SELECT customer_id, julianday(max(date)) - julianday(min(date)) AS days FROM orders
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20" \
        orders.csv customers.csv
    ask 'SELECT o.order_id FROM orders o WHERE amount = (SELECT max(amount) FROM orders p
        WHERE p.customer_id = o.customer_id) ORDER BY 1' \
        orders.csv customers.csv
    ask "SELECT channel, quantity, CASE WHEN amount < 0 THEN 'back' WHEN amount IS NULL THEN 'none'
        ELSE 'in' END AS what, count(*) AS n FROM orders GROUP BY 1, 2, 3 ORDER BY 1, 2, 3" \
        orders.csv customers.csv
    ask "SELECT order_id, upper(channel) AS c, length(channel) AS n FROM orders
        WHERE channel LIKE '%SHOP%' ORDER BY 1 LIMIT 50" \
        orders.csv customers.csv

    # A sample as it is sold: what crm-import wrote, summed here and there.
    crm-import -q "$samples/shop/orders.csv" -o shop.csv
    {
        echo 'CREATE TABLE shop (order_id TEXT, customer_id TEXT, date TEXT, status TEXT, sku TEXT, item TEXT,
            quantity REAL, unit_price REAL, currency TEXT, amount REAL, refunded REAL, order_state TEXT);'
        inserts shop shop.csv
    } | sqlite3 -batch data.db
    ask "SELECT order_state, count(*) AS n, round(sum(amount), 2) AS s, round(sum(quantity * unit_price), 2) AS q
        FROM shop GROUP BY 1 ORDER BY 1" shop.csv
    [ "$asked" = 20 ]
    result $? "$asked questions asked"
else
    echo 'skipped: no sqlite3'
fi

# Every id once in each stream, in opposite orders: 30,000 pairs; 1 + ... + 30,000 = 450,015,000. The time
# is a guard against a scan of one table for each row of the other, no measure of speed.
awk 'BEGIN { print "customer_id,date,amount"
    for (i = 1; i <= 30000; i++) printf "%05d,2024-01-05,%d\n", i, i }' >up.csv
awk 'BEGIN { print "customer_id,date,amount"
    for (i = 30000; i >= 1; i--) printf "%05d,2024-01-05,%d\n", i, i }' >down.csv
for sql in 'SELECT count(*) AS n, sum(a.amount) AS s FROM up a JOIN stdin b ON a.customer_id = b.customer_id
        WHERE a.amount = b.amount' \
    'SELECT count(*) AS n, sum(b.amount) AS s FROM stdin a LEFT JOIN up b ON b.customer_id = a.customer_id' \
    'SELECT count(*) AS n, sum(amount) AS s FROM up WHERE customer_id IN (SELECT customer_id FROM stdin)'; do
    cat down.csv | timeout 10 crm-query -q "$sql" up.csv - >got 2>&1
    printf 'n,s\n30000,450015000\n' >want
    # Money may come with its decimals.
    sed 's/\.00$//' got | cmp -s want -
    result $? "30,000 x 30,000: $sql: $(tail -n 1 got)"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
