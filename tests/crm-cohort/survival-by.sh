# Groups by the value of the latest row that has one: a moved from shop to web. Until the second order:
#   shop  b after 1, d after 3       web  a after 2, c not for 4 days
#   at 1: 2 of 4 are of the shop, at 2: 1 of 3, at 3: 1 of 2: expected 4/3 and 5/3
#   variance 1/4 + 2/9 + 1/4 = 13/18, chi-square (2 - 4/3)^2 / (13/18) = 8/13 = .615385; its
#   probability, with one degree of freedom, is .432768
cat >orders.csv <<'END'
customer_id,date,amount,channel
a,2024-01-01,1,shop
a,2024-01-03,1,web
b,2024-01-01,1,shop
b,2024-01-02,1,
c,2024-01-01,1,web
d,2024-01-01,1,shop
d,2024-01-04,1,shop
END
crm-cohort -q --survival --second --as-of 2024-01-05 --by channel orders.csv
crm-cohort -q --survival --second --as-of 2024-01-05 --by channel --curve orders.csv
# A group without an event is compared, too; one that was gone before the first event says nothing.
cat >table.csv <<'END'
t,left,plan
1,yes,a
3,yes,a
2,yes,b
4,no,b
END
crm-cohort -q --survival --time t --event left=yes --by plan table.csv
echo 0.5,no,c >>table.csv
crm-cohort -q --survival --time t --event left=yes --by plan table.csv
