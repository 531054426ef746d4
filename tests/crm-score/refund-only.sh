# A customer without a counted order is listed with what is known, and without scores; the others are
# scored as if it were not there: 10 and 20 are cut at 12, 14, 16, 18.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,10
b,2024-01-02,-7
c,2024-01-03,20
END
crm-score orders.csv
