# Proves the errors of a derived amount: 1.5 x 0.0001 = 0.00015 has five decimals (rounded half to
# even: 0.0002); 10^8 x 10^8 = 10^16 is above the most, 9.2 x 10^14; an empty factor; no number.
try() {
    printf "customer_id,date,quantity,unit_price\n1,2024-01-05,$1\n" | crm-import -q $2
    echo " status $?"
}
try 1.5,0.0001
try 1.5,0.0001 '--round half-even'
try 100000000,100000000
try ,5
try 2,
try two,5
