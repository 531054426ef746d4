# Purchase days of two parts that lie between one another: days and gaps cannot be known.
cat >shop.csv <<'END'
customer_id,order_id,date,amount
00017,1,2024-01-01,1
00017,2,2024-01-20,2
END
cat >online.csv <<'END'
customer_id,order_id,date,amount
00017,W1,2024-01-10,4
END
crm-rollup -q shop.csv -o shop-rollup.csv
crm-rollup shop-rollup.csv online.csv
echo "status $?"
crm-rollup shop.csv online.csv
