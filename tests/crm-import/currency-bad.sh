# Proves the errors of currencies: a code that is none, a sign or code beside the amount that is not
# the column's. "$" may be any dollar, "¥" yen or yuan: they contradict neither.
try() {
    printf "customer_id,date,amount,currency\n1,2024-01-05,$1\n" | crm-import -q
    echo " status $?"
}
try '5,EURO'
try '5,eu'
try '€5,USD'
try 'GBP 5,EUR'
try '$5,CAD'
try '¥5,JPY'
