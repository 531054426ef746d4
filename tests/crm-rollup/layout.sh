# A vendor's export has rules of its own: it is not misread.
cat >orders.csv <<'END'
Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Refunded Amount,Id
#1001,jo@example.com,paid,2024-01-05,,,no,EUR,1,0,0,1,,0,,2024-01-05,1,x,1,,,0,1
END
crm-rollup orders.csv
