# Ten were contacted and ten held out on the 31st of March. Returned is who bought after that day:
#   contacted  c1 to c6: .6; Wilson, z = 1.96: .312674 to .831820
#   held out   h1 to h3: .3; .107791 to .603222
#   difference .3; .3 - sqrt((.6 - .312674)^2 + (.603222 - .3)^2) = .3 - .417732 = -.117732
#              .3 + sqrt((.831820 - .6)^2 + (.3 - .107791)^2) = .3 + .301139 = .601139
# c7 bought on the day itself, h4 before: not after. c1 bought twice, c8 only got money back; x is not on
# the list. Each: (10 + 5 + 10 + 10 + 10 + 10 + 10 - 15) / 10 = 5; 30 / 10 = 3.
{
    echo rank,group,customer_id,as_of
    for i in 1 2 3 4 5 6 7 8 9 10; do
        echo $((2 * i - 1)),contact,c$i,2024-03-31
        echo $((2 * i)),holdout,h$i,2024-03-31
    done
} >list.csv
cat >orders.csv <<'END'
customer_id,order_id,date,amount
c1,1,2024-04-01,10
c1,2,2024-05-01,5
c2,3,2024-04-02,10
c3,4,2024-04-03,10
c4,5,2024-04-04,10
c5,6,2024-04-05,10
c6,7,2024-04-30,10
c7,8,2024-03-31,70
c8,9,2024-01-10,80
c8,9,2024-04-10,-15
h1,10,2024-04-01,10
h2,11,2024-04-02,10
h3,12,2024-04-03,10
h4,13,2024-03-30,90
x,14,2024-04-03,500
END
crm-churn --evaluate list.csv orders.csv
# As of the 3rd of April: c1 to c3, h1 to h3; 30 / 10 each, and no difference.
crm-churn -q --evaluate list.csv --as-of 2024-04-03 orders.csv | cut -d, -f 1-4,7
# The same from a rollup by day, and from rows in another order.
crm-churn -q --evaluate list.csv orders.csv >want.csv
crm-rollup -q --by day orders.csv | crm-churn -q --evaluate list.csv | cmp - want.csv && echo same by day
{ head -n 1 orders.csv; sed 1d orders.csv | sort -r; } | crm-churn -q --evaluate list.csv |
    cmp - want.csv && echo same shuffled
# Refunds left out: (75 - 10) / 10 = 6.5.
crm-churn -q --evaluate list.csv --refunds ignore orders.csv | cut -d, -f 1,3,7
