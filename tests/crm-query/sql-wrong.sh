# What SQLite says of a wrong statement is a usage error, and no file is touched.
printf 'k,n\na,1\n' >t.csv
echo old >out.csv
for sql in 'SELECT k FROM u' 'SELECT x FROM t' 'SELECT t.x FROM t' 'SELEC k FROM t' 'SELECT k FROM t WHERE' \
    "SELECT k FROM t WHERE k = 'a" 'SELECT nofunction(k) FROM t' 'SELECT a.k FROM t a, t b WHERE n = 1' \
    'SELECT sum(n, k) FROM t' 'SELECT k FROM t WHERE sum(n) > 1'; do
    crm-query -o out.csv "$sql" t.csv
    echo "status $?"
done
cat out.csv
