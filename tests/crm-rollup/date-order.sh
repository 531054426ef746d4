# 5/1/2024 is asked about, unless another row or the user settles it.
cat >open.csv <<'END'
customer_id,date,amount
a,5/1/2024,1
b,6/1/2024,1
END
crm-rollup open.csv
echo "status $?"
crm-rollup -q --date-order mdy open.csv | cut -d , -f 1-2
{ cat open.csv; echo c,13/1/2024,1; } >settled.csv
crm-rollup -q settled.csv | cut -d , -f 1-2
{ cat settled.csv; echo d,1/14/2024,1; } >contradiction.csv
crm-rollup contradiction.csv
