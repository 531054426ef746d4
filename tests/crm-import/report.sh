# Proves --report: by column what is filled, the distinct values, the range of numbers and dates, what
# was rejected for it; of texts no value. Repeated rows are counted wherever they stand (the third).
# Note: 2 of 4 filled = 0.5; amounts 5, 6.5, 5, -1: 3 distinct.
cat >orders.csv <<'END'
Customer,Order Date,Sales,Note
1,2024-01-05,5,x
2,2024-01-06,6.5,
1,2024-01-05,5,x
3,2024-02-01,bad,
4,2023-12-31,-1,
END
crm-import --report --rejects rejects.csv --max-rejects 1 orders.csv
echo "status $?"
