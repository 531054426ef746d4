# A text in an unknown column is NULL against a number, where SQLite sorts every text above every number:
# only 12 and 3.5 are above 3, and 2 below; n/a and the empty cell are neither. 12 + 3.5 + 2 = 17.5.
cat >t.csv <<'END'
id,spend
a,12
b,n/a
c,
d,2
e,3.5
END
for condition in 'spend > 3' 'NOT spend > 3' '3 < spend' 't.spend >= 3' '"spend" > 3.0' \
    'spend BETWEEN 3 AND 100' 'spend NOT BETWEEN 3 AND 100' 'spend > -3' 'spend + 0 > 3'; do
    echo "-- $condition"
    crm-query -q "SELECT group_concat(id, ' ') AS ids FROM t WHERE $condition" t.csv
done
echo '-- sum'
crm-query -q 'SELECT sum(spend + 0) AS total, count(spend + 0) AS numbers FROM t' t.csv
echo '-- text against text'
crm-query -q "SELECT id FROM t WHERE spend = 'n/a'" t.csv
