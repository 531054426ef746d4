# crm-segment --lang zh before crm-report: what was labelled in Chinese is read in both languages, over two
# months. The two halves of each comparison differ in the labels of the rows only.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-05,900
a,2024-02-05,300
b,2024-01-10,500
c,2024-01-20,100
d,2024-02-10,1000
END
for lang in en zh; do
    crm-score -q --as-of 2024-01-31 orders.csv | crm-segment -q --lang $lang -o "january-$lang.csv"
    crm-score -q --as-of 2024-02-29 orders.csv |
        crm-segment -q --lang $lang --previous "january-$lang.csv" -o "february-$lang.csv"
done
cmp -s february-en.csv february-zh.csv || echo labels differ
for lang in en zh; do
    crm-report -q --lang $lang february-en.csv >one
    crm-report -q --lang $lang february-zh.csv | cmp - one && echo $lang: the same
done
