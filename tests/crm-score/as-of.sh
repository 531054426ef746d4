# recency_days looks back from as-of: 2024-12-31 is 366 days behind 2023-12-31 (2024 has 366 days), and
# the order of 2025 is excluded. The column as_of tells.
cat >orders.csv <<'END'
customer_id,date,amount
a,2023-12-31,10
b,2024-12-31,20
b,2025-01-01,40
c,2025-01-02,80
END
crm-score --as-of 2024-12-31 orders.csv
