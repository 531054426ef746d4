# --monetary scores the sum of another column of counted rows: margins 5, -1 and 2 are cut at 0.2, 1.4,
# 2.6 and 3.8. A rollup has to bring that sum.
cat >orders.csv <<'END'
customer_id,date,amount,margin
a,2024-01-01,10,2
a,2024-01-01,10,3
b,2024-01-02,99,-1
c,2024-01-03,1,2.00
END
crm-score -q --monetary margin orders.csv
crm-rollup -q --sum margin orders.csv | crm-score -q --monetary margin | cut -d , -f 1,16-
crm-rollup -q orders.csv -o rollup.csv
crm-score --monetary margin rollup.csv
echo "status $?"
crm-score --monetary margin,amount orders.csv
