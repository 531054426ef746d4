# Rollups of several grains and transactions in one run: 2022 by year, 2023 by month, 2024 as it came.
cat >2022.csv <<'END'
customer_id,order_id,date,amount
a,1,2022-03-01,1
a,2,2022-07-01,2
END
cat >2023.csv <<'END'
customer_id,order_id,date,amount
a,3,2023-01-05,4
b,4,2023-02-01,8
END
cat >2024.csv <<'END'
customer_id,order_id,date,amount
b,5,2024-02-01,16
a,6,2024-01-05,32
END
crm-rollup -q --by year 2022.csv -o y.csv
crm-rollup -q --by month 2023.csv -o m.csv
crm-rollup --by year y.csv 2024.csv m.csv
