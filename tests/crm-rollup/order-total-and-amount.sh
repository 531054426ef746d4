# Orders of one file bear an amount by the row, those of another their total. a's order 2 stands in both:
# what was paid for it is not known. b's order 2 is another one.
cat >rows.csv <<'END'
customer_id,order_id,date,amount
b,1,2024-01-01,5
a,2,2024-01-02,3
END
cat >totals.csv <<'END'
customer_id,order_id,date,order_total
b,2,2024-01-01,7
a,2,2024-01-02,3
END
for by in all month; do
    crm-rollup --by $by rows.csv totals.csv
    echo " status $?"
done
# Without it each counts in its own way: b has orders 1 and 2, 5 + 7 = 12; a has order 3 of 4, and 4 was
# given back for order 3 by a row of the other file, which is a refund and no order.
cat >refund.csv <<'END'
customer_id,order_id,date,amount
b,1,2024-01-01,5
a,3,2024-01-09,-4
END
sed 's/^a,2,2024-01-02,3/a,3,2024-01-02,4/' totals.csv >other.csv
crm-rollup -q refund.csv other.csv | cut -d , -f 1,2,7-10,14,15
