# Silent for longer than 30 days on the 10th of April has left. Days from the first purchase to the
# last, or to that day for those who are still there:
#   a  1 Jan, 21 Jan, 20 Feb   silent 50: left after 50
#   b  1 Mar                   silent 40: left after 0
#   c  1 Mar, 11 Mar           silent 30, which is not longer: seen for 40
#   d  11 Jan, 31 Mar          silent 10: seen for 90
# S(0) = 3/4; c goes out of sight at 40; S(50) = 3/4 x 1/2 = .375; d is the last, at 90.
# A second purchase: a after 20, c after 10, d after 80; b has not come again for 40 days.
# S(10) = 3/4, S(20) = 1/2, S(80) = 0.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-01-01,1
d,2024-01-11,1
a,2024-01-21,1
a,2024-02-20,1
b,2024-03-01,1
c,2024-03-01,1
c,2024-03-11,1
d,2024-03-31,1
END
crm-cohort --survival --silence 30 --curve --as-of 2024-04-10 orders.csv
crm-cohort -q --survival --silence 30 --as-of 2024-04-10 orders.csv
crm-cohort --survival --second --curve --as-of 2024-04-10 orders.csv
crm-cohort -q --survival --second --as-of 2024-04-10 orders.csv
# The order of rows does not matter, and a rollup of any period will do.
crm-cohort -q --survival --silence 30 --curve --as-of 2024-04-10 orders.csv >want.csv
{ head -n 1 orders.csv; sed 1d orders.csv | sort -r; } |
    crm-cohort -q --survival --silence 30 --curve --as-of 2024-04-10 | cmp - want.csv
for by in day quarter all; do
    crm-rollup -q --by $by orders.csv |
        crm-cohort -q --survival --silence 30 --curve --as-of 2024-04-10 | cmp - want.csv
done
