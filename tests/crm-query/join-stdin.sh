# Standard input joined with a file: - is its operand, stdin its name. Ann: 1.25 + 2.50 = 3.75.
cat >names.csv <<'END'
customer_id,name
a,Ann
b,Bo
END
printf '%s\n' customer_id,date,amount a,2024-01-05,1.25 b,2024-01-05,4.25 a,2024-01-06,2.50 |
    crm-query 'SELECT n.name, sum(s.amount) AS money FROM stdin s JOIN names n
        ON s.customer_id = n.customer_id GROUP BY n.name ORDER BY 1' names.csv -
echo '-- under another name'
printf '%s\n' customer_id,date,amount b,2024-01-05,4.25 |
    crm-query -q 'SELECT names.name, o.amount FROM names JOIN o USING (customer_id)' names.csv o=-
