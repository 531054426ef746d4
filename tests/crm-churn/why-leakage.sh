# Nothing behind the end is known: not a complaint, an answer to one, an answer of a survey, what was
# bought, paid back or given at a discount then. The same orders with all of these and without them give
# the same table, byte by byte; each kept row lies on the last day that counts.
#
# With a cut on 2024-06-30 all end on it, and tickets count from 2023-07-02 (365 days: 2024-06-30 less 364).
base() {
    echo customer_id,order_id,date,amount,category,discount
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        echo "c$i,a$i,2024-06-$((i + 10)),$i,tea,"
        [ $i -gt 6 ] || echo "c$i,b$i,2024-06-30,$i,coffee,0.00"
        [ $i -lt 6 ] || echo "c$i,d$i,2024-07-02,50,tea,"
    done
}
base >orders.csv
{
    base
    for i in 6 7 8 9 10 11 12; do
        echo "c$i,e$i,2024-07-02,70,cocoa,5.00"
        echo "c$i,f$i,2024-07-03,-20,cocoa,"
    done
    echo x,x1,2024-09-28,1,tea,
} >more-orders.csv
echo x,x1,2024-09-28,1,tea, >>orders.csv
cat >tickets.csv <<'END'
ticket_id,customer_id,opened_at,first_response_at,status
1,c1,2024-06-30,,open
2,c2,2023-07-02,2023-07-04,closed
3,c3,2024-06-20,2024-06-22,closed
4,c4,2024-06-01,,closed
5,c5,2024-06-28,,closed
END
cat >more-tickets.csv <<'END'
ticket_id,customer_id,opened_at,first_response_at,status
1,c1,2024-06-30,2024-07-01,open
2,c2,2023-07-02,2023-07-04,closed
3,c3,2024-06-20,2024-06-22,closed
4,c4,2024-06-01,2024-08-01,closed
5,c5,2024-06-28,2024-07-01,closed
6,c6,2024-07-01,2024-07-01,closed
7,c7,2024-07-01,,closed
8,c8,2023-07-01,2023-07-02,closed
9,c9,2024-09-01,,closed
END
printf 'customer_id,date,score\n' >surveys.csv
for i in 1 2 3 4 5 6; do echo "c$i,2024-06-30,$i" >>surveys.csv; done
cp surveys.csv more-surveys.csv
for i in 1 2 3 7 8 9; do echo "c$i,2024-07-01,1" >>more-surveys.csv; done
why() {
    crm-churn --why --g2 90 "$@"
}
on() { # DAY PREFIX
    why --as-of 2024-10-31 --cut "$1" "$2"orders.csv tickets="$2"tickets.csv surveys="$2"surveys.csv
}
on 2024-06-30 '' 2>notices.txt >table.csv
on 2024-06-30 more- 2>more-notices.txt >more.csv
cmp table.csv more.csv && echo the same
on 2024-07-03 more- 2>/dev/null | cmp -s table.csv - || echo not the same three days later
grep -E 'tickets:|surveys:' notices.txt more-notices.txt
# c1 to c5 complained and churned, of the seven others nobody: lift 1 / (5/12), odds 5.5 x 7.5 / 0.5^2 =
# 165, Fisher 1 / C(12,5) = 1 / 792. c2 and c3 were answered after 48 hours, the median, c4 has waited for more, c1 and c5 for no
# longer: of three it is known, too few to test.
grep complaint table.csv
# Without a cut each ends on the own last purchase day: a complaint on it counts, one the day after does
# not. On 2024-12-31 c1 to c6 have been silent for 152 days. 5 of 5 and 1 of 7: 5.5 x 6.5 / (0.5 x 1.5) =
# 47.6667; Fisher: of C(12,6) = 924 ways C(7,1) = 7 have 5 of 5, and C(7,6) = 7 none: 14 / 924.
awk 'BEGIN {
    print "customer_id,date,amount"
    for (i = 1; i <= 12; i++) print "c" i "," (i <= 6 ? "2024-08-01" : "2024-12-31") ",10"
}' >orders.csv
awk 'BEGIN {
    print "ticket_id,customer_id,opened_at,status"
    for (i = 1; i <= 5; i++) print i ",c" i ",2024-08-01,open"
    print "6,c6,2024-08-02,open"
}' >tickets.csv
why orders.csv tickets=tickets.csv
