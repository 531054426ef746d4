# A summed column may be negative: 5 - 7.25 = -2.25.
cat >orders.csv <<'END'
customer_id,date,amount,margin
a,2024-01-01,10,5
a,2024-01-02,10,-7.25
END
crm-rollup -q --sum margin orders.csv
