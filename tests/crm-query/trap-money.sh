# Money written as text is read as money: as text "9.25" > "1,234.56" and "¥" is above all digits.
# 1234.56 + 9.25 + 100.19 - 0.75 = 1343.25.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-05,"¥1,234.56"
b,2024-01-06,9.25
c,2024-01-07,100.19元
d,2024-01-08,(0.75)
END
crm-query -q 'SELECT customer_id, amount FROM orders ORDER BY amount DESC' orders.csv
crm-query -q 'SELECT max(amount) AS most, min(amount) AS least, sum(amount) AS total
    FROM orders WHERE amount < 10000' orders.csv
echo '-- decimal comma'
printf 'customer_id;date;amount\na;2024-01-05;1.234,56\nb;2024-01-06;9,25\n' |
    crm-query -q --decimal , 'SELECT amount FROM stdin WHERE amount > 10'
