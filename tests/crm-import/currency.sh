# Proves that currencies are written in capitals, amounts with the currency's own decimals (ISO 4217:
# JPY 0, KWD 3, USD 2) and more where the value has them; an empty cell has two.
cat <<'END' | crm-import -q
customer_id,date,amount,currency,order_total
1,2024-01-05,1000,jpy,1000.0
1,2024-01-05,0.5,JPY,1
1,2024-01-05,1.5,KWD,2
1,2024-01-05,1.5,usd,3
1,2024-01-05,$1.5,USD,3
1,2024-01-05,CHF 1.5,CHF,3
1,2024-01-05,1.5,,3
END
