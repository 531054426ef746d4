# Prospects move, too. a was a customer and is only a row of the customers file now: gone, and told once. z
# was a prospect and bought: new. y is a prospect as before: no move. w was neither.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of z,1,1,600,5,5,5,2024-06-30 >scores.csv
printf '%s\n' customer_id,name a,Ann y,Yves z,Zed w,Will >customers.csv
cat >previous.csv <<'END'
customer_id,name,monetary,tier,tier_rank
y,Yves,,,
a,Ann,40.00,ordinary,3
z,Zed,,,
x,Xia,,,
END
crm-segment scores.csv customers=customers.csv --previous previous.csv --moves moves.csv | cut -d , -f 1,9-
cat moves.csv
# In a currency a prospect has none, and what it was in one is gone.
sed '1s/$/,currency/; 2s/$/,EUR/' scores.csv >euro.csv
sed '1s/$/,currency/; /^a/s/$/,EUR/; /^[xyz]/s/$/,/' previous.csv >before.csv
crm-segment -q euro.csv customers=customers.csv --previous before.csv --moves moves.csv | cut -d , -f 1,9,12,14-
cat moves.csv
