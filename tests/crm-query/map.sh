# --map makes a column canonical: the order's number keeps its zeros and the fee is money.
printf 'nummer,tag,gebuehr\n007,2024-01-05,"1,234.25"\n' >t.csv
crm-query -q 'SELECT * FROM t' t.csv -m customer_id=nummer -m date=tag -m amount=gebuehr
crm-query -q --columns t.csv -m customer_id=nummer -m date=tag -m amount=gebuehr
