# Two columns that could both be the amount are an error that lists them; a name that stands twice is
# renamed, with a notice.
cat >orders.csv <<'END'
customer_id,date,Revenue,Net Sales
a,2024-01-05,1,2
END
crm-rollup orders.csv
echo "status $?"
crm-rollup -q -m 'amount=Net Sales' orders.csv | cut -d , -f 1,9
cat >twice.csv <<'END'
customer_id,date,amount,note,note,
a,2024-01-05,1,x,y,z
END
crm-rollup --keep note_2,column_6 twice.csv
