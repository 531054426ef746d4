# Proves that semicolon, tab and bar are told by the first rows, that a comma inside quotes is no
# witness, and that --delimiter settles what the rows cannot.
printf 'customer_id;date;amount;note\n1;2024-01-05;5;a,b\n' | crm-import -q
printf 'customer_id\tdate\tamount\tnote\n1\t2024-01-05\t5\ta;b\n' | crm-import -q
printf 'customer_id|date|amount|note\n1|2024-01-05|5|"a,b|c"\n' | crm-import -q
printf 'customer_id^date^amount\n1^2024-01-05^5\n' | crm-import -q --delimiter ^
printf 'customer_id date amount\n1 2024-01-05 5\n' | crm-import -q --delimiter ' '
printf 'customer_id\tdate\tamount\n1\t2024-01-05\t5\n' | crm-import -q --delimiter tab
printf 'customer_id\tdate\tamount\n1\t2024-01-05\t5\n' | crm-import -q --delimiter '\t'
