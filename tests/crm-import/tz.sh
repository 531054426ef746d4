# Proves --tz: times with a zone move to the zone's wall clock, and may so change the day; times
# without a zone, and days, stay. Shanghai is +08:00: 17:00Z is 01:00 of the next day. New York is
# -05:00 in January, -04:00 in July. Without --tz the wall clock stands as written.
cat >orders.csv <<'END'
customer_id,date,amount
1,2024-01-05T17:00:00Z,5
2,2024-01-05T17:00:00.250-05:00,5
3,2024-01-05T17:00:00,5
4,2024-01-05,5
5,2024-07-05T02:00:00Z,5
END
crm-import -q orders.csv
crm-import -q --tz Asia/Shanghai orders.csv
crm-import -q --tz America/New_York orders.csv
crm-import -q --tz +05:30 orders.csv
TZ=Asia/Tokyo crm-import -q orders.csv | tail -n 1
