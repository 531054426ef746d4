# A text in an unknown column is NULL beside any number: a number in brackets, another column, a factor.
# Only a (12 > 3, 12 > 7.26) holds; 12 x 7.26 = 87.12, 2 x 7.26 = 14.52, and n/a times anything is nothing.
cat >t.csv <<'END'
customer_id,date,amount,spend
a,2024-01-05,7.26,12
b,2024-01-05,7.26,n/a
c,2024-01-05,7.26,2
d,2024-01-05,7.26,
END
for condition in 'spend > (3)' 'spend > amount' 'amount < spend' 'spend * 2 > 4' 'spend - amount > 0' \
    'spend * amount IS NOT NULL AND spend > 2'; do
    echo "-- $condition"
    crm-query -q "SELECT group_concat(customer_id, ' ') AS ids FROM t WHERE $condition" t.csv
done
crm-query -q 'SELECT customer_id, spend * amount AS p FROM t' t.csv
