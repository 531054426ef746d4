# Proves that --explain says on stderr how each column is made, even with -q, and still does the work.
crm-import -q --explain <<'END'
customer_id,date,amount
1,2024-01-05,5
END
