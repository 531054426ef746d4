# Dates are compared in their normal form, whatever the input wrote: 5 January lies before 2 February and
# 1 October. SQLite's date functions take them.
cat >t.csv <<'END'
customer_id,order_id,date,amount
a,1,2024年10月1日,1.25
a,2,2024/2/2 08:30,2.25
b,3,2024-01-05,3.25
END
crm-query -q "SELECT order_id, date FROM t WHERE date < '2024-10' ORDER BY date" t.csv
crm-query -q "SELECT strftime('%Y-%m', date) AS month, count(*) AS n FROM t GROUP BY 1 ORDER BY 1" t.csv
crm-query -q "SELECT julianday('2024-10-01') - julianday(min(date)) AS days FROM t" t.csv
