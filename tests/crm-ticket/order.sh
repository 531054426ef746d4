# Rows in any order, workers, sizes of blocks and compression: the same bytes of groups, and of rows once
# they are sorted.
awk 'BEGIN {
    print "ticket_id,opened_at,first_response_at,resolved_at,status,priority,team"
    for (i = 1; i <= 400; i++) {
        day = 1 + i * 7 % 28; hour = i * 5 % 24; minute = i * 11 % 60
        opened = sprintf("2024-%02d-%02d %02d:%02d", 1 + i % 3, day, hour, minute)
        answered = i % 6 ? sprintf("2024-%02d-%02d %02d:%02d", 2 + i % 3, 1, i % 24, i % 60) : ""
        resolved = i % 5 ? sprintf("2024-%02d-%02d %02d:%02d", 2 + i % 3, 1 + i % 27, i % 24, i % 60) : ""
        print i "," opened "," answered "," resolved ",," (i % 4 ? "low" : "high") ",T" i % 7
    }
}' >tickets.csv
cat >policy.json <<'END'
{"calendar": {"zone": "Europe/Berlin", "week": {"monday-friday": ["09:00-12:00", "13:00-17:00"]}},
 "service": {"targets": [
   {"name": "high", "when": "priority = 'high'", "first_response": "4h", "resolution": "2d"},
   {"name": "low", "first_response": "20d", "resolution": "300h", "clock": "wall"}]}}
END
{ sed 1q tickets.csv; sed 1d tickets.csv | sort -t, -k 2 -r; } >turned.csv
gzip -c turned.csv >turned.csv.gz
groups() {
    crm-ticket -q --policy policy.json --by team,priority --per month --adjust priority "$@"
}
groups tickets.csv >want
crm-ticket -q --policy policy.json tickets.csv | sort >rows
wc -l <want
for jobs in 1 3 8; do
    groups -j $jobs --block-size 100 turned.csv.gz | cmp - want
    crm-ticket -q -j $jobs --block-size 100 --policy policy.json turned.csv | sort | cmp - rows
    crm-ticket -q -j $jobs --block-size 100 --policy policy.json tickets.csv | cut -d, -f 1 | sed -n '2p;401p'
done
# Two files are one.
sed -n '1p;2,150p' tickets.csv >a.csv
sed -n '1p;151,$p' tickets.csv >b.csv
groups b.csv a.csv | cmp - want
