# A list without a hold-out does not tell what would have come anyway. What is no list is an error, and
# so are rows that are neither contact nor holdout, or lack the customer or the day: also where bad
# orders may be rejected, as the groups would no more be those that chance made.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-04-01,10
b,2024-04-02,10
END
printf 'group,customer_id,as_of\ncontact,a,2024-03-31\n' >list.csv
crm-churn --evaluate list.csv orders.csv
echo $?
try() {
    crm-churn -q --evaluate bad.csv orders.csv -o none.csv
    echo $?
}
printf 'customer_id,as_of\na,2024-03-31\n' >bad.csv
try
printf 'group,customer_id\ncontact,a\n' >bad.csv
try
printf 'group,as_of\ncontact,2024-03-31\n' >bad.csv
try
printf 'group,customer_id,as_of\ncontact,a,2024-03-31\nmaybe,b,2024-03-31\n' >bad.csv
try
printf 'group,customer_id,as_of\ncontact,a,2024-03-31\nholdout,b,\n' >bad.csv
try
printf 'group,customer_id,as_of\ncontact,a,2024-03-31\nholdout,,2024-03-31\n' >bad.csv
try
: >bad.csv
try
printf 'group,customer_id,as_of\ncontact,a,2024-03-31\nholdout,b,2024-03-31\nmaybe,c,2024-03-31\n' >bad.csv
crm-churn -q --evaluate bad.csv --rejects bad.rej --max-rejects 50% orders.csv -o none.csv
echo $?
