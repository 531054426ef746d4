# The day of a zoned timestamp is the date as written; --tz converts it: 23:30 UTC is the next day
# in Shanghai, and 02:00 UTC the day before in New York. Times without zone stay as they are.
cat >orders.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05T23:30:00Z,1
b,2,2024-01-05T02:00:00+00:00,2
c,3,2024-01-05 23:30:00,4
d,4,2024-01-05T23:30:00+08:00,8
END
crm-rollup -q orders.csv | cut -d , -f 1-2
for zone in Asia/Shanghai America/New_York +08:00 UTC; do
    echo "$zone"
    crm-rollup -q --tz $zone orders.csv | cut -d , -f 1-2 | tail -n +2
done
