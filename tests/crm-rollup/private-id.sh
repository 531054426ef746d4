# An id that looks like an address or a phone number is not shown in the error.
cat >one.csv <<'END'
customer_id,date,amount
jo@example.com,2024-01-01,1
END
crm-rollup -q one.csv -o one-rollup.csv
crm-rollup one-rollup.csv one.csv
