# What a computed column holds is told by its first row; a text further down stays a text.
printf 'n\n1\n2\n3\n' >t.csv
crm-query -q -t jsonl "SELECT CASE WHEN n < 3 THEN n ELSE 'many' END AS v FROM t" t.csv
