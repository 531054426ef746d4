# Several files, their columns in any order: rows of one customer and one order meet.
cat >one.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-05,1
END
cat >two.csv <<'END'
Amount;Date;Customer ID;Order ID;Note
2;2024-01-05;a;1;x
4;2024-01-06;a;2;y
END
crm-rollup one.csv two.csv
crm-rollup -q one.csv - <two.csv | tail -n 1
crm-rollup - -
