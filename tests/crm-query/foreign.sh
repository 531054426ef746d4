# An export of a known product is refused here as by the other commands; --plain reads it as it stands.
h='Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency'
h="$h,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at"
h="$h,Lineitem quantity,Lineitem name,Lineitem price"
echo "$h" >t.csv
crm-query 'SELECT count(*) AS n FROM t' t.csv -o out.csv
echo "status $?"
crm-query -q --plain 'SELECT count(*) AS n FROM t' t.csv
