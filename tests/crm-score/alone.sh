# A last day that stands alone would make all the others look lost: no scores.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,1
b,2024-01-02,1
c,2024-01-03,1
d,2042-01-04,1
END
crm-score orders.csv
echo " status $?"
crm-score -q --as-of 2024-01-03 orders.csv
