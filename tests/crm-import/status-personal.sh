# Proves that a status that is an e-mail address or a telephone number in the wrong column is nowhere
# shown: not in the message, not in its advice.
for word in anna@example.com +8613812345678; do
    printf "customer_id,date,amount,status\n1,2024-01-05,5,$word\n" | crm-import -q 2>err
    echo " status $?"
    grep -c 'is not a known order status' err
    grep -c "$word" err
done
