# A sum ends the run where 64 bits in 1/10000 are full: 9223372036854775807 / 10000 = 922337203685477.58.
# 2 x 400000000000000 fits, 3 x does not; nothing is written.
printf 'k,n\na,400000000000000\na,400000000000000\n' >two.csv
printf 'k,n\na,400000000000000\na,400000000000000\na,400000000000000\n' >three.csv
crm-query -q 'SELECT sum(n) AS s FROM two' two.csv
for function in sum avg total; do
    crm-query -q -o out.csv "SELECT $function(n) AS s FROM three" three.csv
    echo "status $?"
done
crm-query -q 'SELECT k, sum(n) AS s FROM three GROUP BY k' three.csv
echo
crm-query -q -o out.csv 'SELECT sum(n) OVER (ORDER BY rowid) AS s FROM three' three.csv
echo "status $?"
ls
