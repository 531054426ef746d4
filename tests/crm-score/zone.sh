# --tz moves a late order of UTC into the next day of Shanghai, and with it the recency of the others.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-05T12:00:00Z,1
b,2024-01-05T23:30:00Z,1
END
crm-score -q orders.csv | cut -d , -f 1,2,9
crm-score -q --tz Asia/Shanghai orders.csv | cut -d , -f 1,2,9
