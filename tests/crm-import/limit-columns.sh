# Proves the ceiling of columns: 4, 5 and 6 under --limit columns=5, and 4,097 under the default 4,096.
for header in customer_id,date,amount,a customer_id,date,amount,a,b customer_id,date,amount,a,b,c; do
    echo $header | crm-import -q --limit columns=5
    echo " status $?"
done
names() {
    printf customer_id,date,amount
    i=3
    while [ $i -lt $1 ]; do
        i=$((i + 1))
        printf ,c$i
    done
    echo
}
for count in 4095 4096 4097; do
    names $count | crm-import -q | tail -c 30
    echo
done
printf '{"customer_id":"1","date":"2024-01-05","amount":5,"a":1}\n' | crm-import -q --limit columns=3
