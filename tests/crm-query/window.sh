# Window functions; running sums are exact: 0.11, + 0.22 = 0.33, + 0.33 = 0.66;
# of two rows: 0.11, 0.33, 0.22 + 0.33 = 0.55.
cat >t.csv <<'END'
customer_id,date,amount
a,2024-01-05,0.11
a,2024-01-06,0.22
b,2024-01-06,5.25
a,2024-01-07,0.33
END
crm-query -q 'SELECT customer_id, amount, sum(amount) OVER w AS running,
    sum(amount) OVER (PARTITION BY customer_id ORDER BY date ROWS 1 PRECEDING) AS two,
    row_number() OVER w AS n, lag(date) OVER w AS before
    FROM t WINDOW w AS (PARTITION BY customer_id ORDER BY date) ORDER BY 1, date' t.csv
