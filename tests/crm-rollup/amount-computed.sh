# Without an amount it is quantity x unit_price, exactly: 3 x 0.1 + 2.5 x 1.9999 = 0.3 + 4.99975; with
# --round to 4 decimals, half to even, 4.9998. A negative quantity is a refund: 1 x 0.1.
cat >orders.csv <<'END'
customer_id,order_id,date,quantity,unit_price
a,1,2024-01-01,3,0.1
a,1,2024-01-01,2.5,1.9999
a,1,2024-01-02,-1,0.1
END
crm-rollup -q --round half-even orders.csv
crm-rollup orders.csv
