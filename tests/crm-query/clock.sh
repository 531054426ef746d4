# No clock and no die: random() is refused, current_date too, and 'now' is NULL however it is written.
echo 'k' >t.csv
echo 'a' >>t.csv
for sql in 'SELECT random()' 'SELECT k FROM t ORDER BY random()' 'SELECT hex(randomblob(4))' \
    'SELECT current_date' 'SELECT current_time' 'SELECT current_timestamp'; do
    crm-query -q "$sql" t.csv
    echo "status $?"
done
crm-query -q -t jsonl "SELECT date('now') AS a, date() AS b, julianday() AS c, strftime('%s', 'NOW') AS d,
    datetime('n' || 'ow', '-1 day') AS e, unixepoch() AS f FROM t" t.csv
