# Proves that a missing amount is quantity x unit_price, exactly: 3 x 1.2345 = 3.7035,
# 0.5 x 0.0002 = 0.0001, -2 x 4.99 = -9.98 (a refund); an amount that is there is kept (99, not 2 x 5).
printf 'customer_id,date,quantity,unit_price\n1,2024-01-05,3,1.2345\n1,2024-01-05,0.5,0.0002\n1,2024-01-05,-2,4.99\n' | crm-import -q
printf 'customer_id,date,amount,quantity,unit_price\n1,2024-01-05,99,2,5\n1,2024-01-05,,2,5\n' | crm-import -q
