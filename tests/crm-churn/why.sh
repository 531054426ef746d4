# Twenty customers, each with an order of 10 on 2024-05-01 and 2024-06-01; the cut is 2024-06-30, and with
# g2 90 the outcome ends 90 days later, on 2024-09-28. c07 to c10 buy in July, c13 to c20 on that last
# day; c11 buys the day after, too late. So c01 to c06, c11 and c12 churned: 8 of 20, 0.4. Left out: old,
# silent for 182 days on the cut, and new, who comes after it.
#
# Half of them complained (c01 to c10), 6 of whom churned, and 2 of the other half:
#   lift 0.6 / 0.4, odds 6 x 8 / (4 x 2) = 6, times and by e^(1.96 sqrt(1/6 + 1/4 + 1/2 + 1/8)) = 7.39186
#   Fisher: of C(20,8) = 125970 ways 210 x 45 + 120 x 10 + 45 = 10695 have 6 or more, as many 2 or fewer
# c01 to c05 were answered after 20 hours, c06 to c10 after 2; the median is 11. Late: 5 of 5 churned, of
# those in time 1 of 5; a cell is 0, so all get 0.5:
#   5.5 x 4.5 / (0.5 x 1.5) = 33, e^(1.96 sqrt(1/5.5 + 1/0.5 + 1/1.5 + 1/4.5)) = 31.0168
#   Fisher: of C(10,6) = 210 ways 5 have all, and 5 have 1
# c01 to c06 buy tea, the others coffee: 6 of 6 and 2 of 14.
#   6.5 x 12.5 / (0.5 x 2.5) = 65, e^(1.96 sqrt(1/6.5 + 1/0.5 + 1/2.5 + 1/12.5)) = 24.0672
#   Fisher: C(14,2) = 91 of 125970; none on the other side is as rare
# Four tests: q is 91/125970 x 4/2 for both, 10/210 x 4/3, 21390/125970.
# All are alike in purchase days, value, tenure; nothing to test, and nothing to count.
awk 'BEGIN {
    print "customer_id,date,amount,category"
    for (i = 1; i <= 20; i++) {
        c = sprintf("c%02d", i)
        what = i <= 6 ? "tea" : "coffee"
        print c ",2024-05-01,10," what
        print c ",2024-06-01,10," what
        if (i >= 7 && i <= 10) print c ",2024-07-15,10,tea"
        if (i >= 13) print c ",2024-09-28,10,tea"
    }
    print "c11,2024-09-29,10,tea"
    print "old,2023-12-31,10,cocoa"
    print "new,2024-07-01,10,cocoa"
}' >orders.csv
awk 'BEGIN {
    print "ticket_id,customer_id,opened_at,first_response_at,status"
    for (i = 1; i <= 10; i++)
        printf "%d,c%02d,2024-06-10 01:00,2024-06-10 %02d:00,closed\n", i, i, i <= 5 ? 21 : 3
    print "11,old,2024-06-10 01:00,,open"
}' >tickets.csv
crm-churn --why --cut 2024-06-30 --g2 90 orders.csv tickets=tickets.csv
# The window by itself; jobs and blocks change nothing; recognised without its name.
crm-churn -q --why --cut 2024-06-30 --g2 90 --window 90d orders.csv tickets.csv >plain.csv
crm-churn -q --why --cut 2024-06-30 --g2 90 --jobs 3 --block-size 64 orders.csv tickets.csv |
    cmp - plain.csv && echo same
# One day more, and c11 is back in time: 7 of 20.
crm-churn --why --cut 2024-06-30 --g2 90 --window 91d orders.csv 2>&1 >/dev/null | grep churned
