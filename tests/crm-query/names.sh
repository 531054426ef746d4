# A plain file goes by its name up to the first dot, without its directory; NAME=FILE by NAME; a name that
# is no identifier, or a word of SQL, stands in double quotes. Letters' case does not matter.
mkdir dir
printf 'k\n1\n' >dir/One.2024.csv
printf 'k\n2\n' >a-b.csv
printf 'k\n3\n' >order.csv
printf 'k\n4\n' >x=y.csv
crm-query -q 'SELECT k FROM one' dir/One.2024.csv
crm-query -q 'SELECT k FROM "a-b"' a-b.csv
crm-query -q 'SELECT k FROM "order"' order.csv
crm-query -q 'SELECT k FROM _3' _3=order.csv
crm-query -q 'SELECT k FROM customers' customers=order.csv
crm-query -q 'SELECT k FROM "x=y"' ./x=y.csv
crm-query -q 'SELECT k FROM stdin' - <order.csv
crm-query -q 'SELECT k FROM stdin' <order.csv
echo '-- x=y.csv is the file y.csv'
crm-query -q 'SELECT k FROM x' x=y.csv
echo
echo '-- a NAME that is no identifier is part of the file name'
crm-query -q 'SELECT k FROM x' 2x=order.csv
