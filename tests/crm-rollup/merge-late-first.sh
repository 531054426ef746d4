# Parts may come in any order: the later one first gives the same row. Days 1, 3 and 6, 10 Jan:
# gaps 2, 3, 4, squares 4 + 9 + 16 = 29; first_amount stays that of the first day.
cat >late.csv <<'END'
customer_id,order_id,date,amount
a,3,2024-01-06,3
a,4,2024-01-10,4
END
cat >early.csv <<'END'
customer_id,order_id,date,amount
a,1,2024-01-01,1
a,2,2024-01-03,2
END
crm-rollup -q late.csv -o late-rollup.csv
crm-rollup -q early.csv -o early-rollup.csv
crm-rollup -q late-rollup.csv early-rollup.csv
crm-rollup -q early-rollup.csv late-rollup.csv | tail -n 1
