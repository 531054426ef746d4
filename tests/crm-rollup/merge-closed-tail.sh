# The closed rollup and that of the tail give the rollup of all. b's join: 25 Dec to 5 Jan, 11 days:
# gap_sq = 9 (22 to 25 Dec) + 121 + 16 (5 to 9 Jan) = 146, gap_max 11; prev2 comes from the closed part.
cat >closed-orders.csv <<'END'
customer_id,order_id,date,amount
b,1,2023-12-22,10
b,2,2023-12-25,20
c,3,2023-12-30,5
END
cat >tail-orders.csv <<'END'
customer_id,order_id,date,amount
b,4,2024-01-05,1
b,5,2024-01-09,2
b,2,2024-01-09,-20
a,6,2024-01-02,3
END
crm-rollup -q closed-orders.csv -o closed.csv
crm-rollup -q tail-orders.csv -o tail.csv
crm-rollup closed.csv tail.csv | tee merged.csv
crm-rollup -q closed-orders.csv tail-orders.csv | cmp - merged.csv && echo same as all at once
