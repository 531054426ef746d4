# Proves --key email,phone: the first that holds an address or a number, folded, becomes customer_id;
# rows with neither are excluded and counted with their revenue: 7 + 8 - 3 = 12.
cat >orders.csv <<'END'
order_id,date,amount,email,phone
A,2024-01-05,5,Anna@Example.com,
B,2024-01-06,6,anna@example.com,138-1234-5678
C,2024-01-07,9,,138-1234-5678
D,2024-01-08,4,no address,13812345678
E,2024-01-09,7,,
F,2024-01-09,8,no address,none
G,2024-01-09,-3,,
END
crm-import --key email,phone --country CN orders.csv
