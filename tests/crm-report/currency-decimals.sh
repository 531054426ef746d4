# Amounts and averages have the decimals of their currency: JPY none, KWD three; rounded half away from 0.
# 1000 / 3 = 333.33..., 2000 / 3 = 666.66...; 10 / 3 = 3.3333, and in EUR 3.33.
for row in JPY,1000 JPY,2000 JPY,-2000 KWD,10.000 KWD,20.000 EUR,10; do
    printf '%s\n' customer_id,currency,monetary,recency_days,frequency,r,f,m,tier \
        "a,$row,1,3,1,1,1,VIP" >rows.csv
    crm-report -q rows.csv | sed -n '/^Net revenue/p; /^Average/p'
done
