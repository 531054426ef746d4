# Estimates that are none: where, and what is wrong. Those of a prospect may be missing. Up to 9e14 there are four
# decimals in 64 bits; two of 8e14 are too much for a sum.
head='customer_id,monetary,tier,p_alive,expected_orders,expected_value,clv'
try() {
    printf '%s\n%s\n' "$head" "$1" >bad.csv
    crm-report bad.csv -o report.txt
    echo "status $?"
}
try a,5.00,VIP,1.01,1,5,5
try a,5.00,VIP,-0.1,1,5,5
try a,5.00,VIP,likely,1,5,5
try a,5.00,VIP,0.5,one,5,5
try 'a,5.00,VIP,0.5,1,5;,5'
try a,5.00,VIP,0.5,1,5,1e300
try a,5.00,VIP,0.5,1,5,9e14
try p,,,,,,
try "$(printf 'a,5,VIP,0.5,1,5,8e14\nb,5,VIP,0.5,1,5,8e14')"
