# A result column without AS is called as it was typed.
printf 'n,m\n3,5\n' >t.csv
crm-query -q 'SELECT n + 1, n > 2, sum(n), n FROM t' t.csv
