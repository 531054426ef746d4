# Proves that messages show numbers and dates, cut at 40 characters, and that texts, addresses and
# phones of persons are never shown; control characters do not reach the terminal.
try() {
    printf "customer_id,date,amount,currency\n1,$1\n" | crm-import -q
    echo " status $?"
}
try '2024-01-06,Anna Li,EUR'
try 'anna@example.com,5,EUR'
try '2024-01-06,1.23456789012345678901234567890123456789012345678,EUR'
try '2024-01-06,￥１２ｘ,EUR'
try '2024-01-06,5,anna@example.com'
try '2024-01-06,12\0331x,EUR'
try '2024-01-06,5,E\033[1m'
