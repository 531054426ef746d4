# The zone of the system has no say: 'localtime' gives the same bytes in every zone.
printf 'customer_id,date,amount\na,2024-01-05 23:30:00,1.25\n' >t.csv
for zone in UTC Asia/Tokyo America/New_York; do
    TZ=$zone crm-query -q "SELECT date(date, 'localtime') AS day FROM t" t.csv >"day.${zone%/*}" 2>&1
done
cmp day.UTC day.Asia && cmp day.UTC day.America && echo the same
