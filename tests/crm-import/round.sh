# Proves --round half-even: 0.00005 -> 0.0000, 0.00015 -> 0.0002, 0.00025 -> 0.0002, 0.000250001 ->
# 0.0003, -0.00015 -> -0.0002, 2 x 0.33333 = 0.66666 -> each price to 0.3333, the product 0.6666.
cat >orders.csv <<'END'
customer_id,date,amount,quantity,unit_price
1,2024-01-05,0.00005,1,1
1,2024-01-05,0.00015,1,1
1,2024-01-05,0.00025,1,1
1,2024-01-05,0.000250001,1,1
1,2024-01-05,-0.00015,1,1
1,2024-01-05,,2,0.33333
END
crm-import -q --round half-even orders.csv
crm-import -q orders.csv
