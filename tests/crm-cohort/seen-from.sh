# The data begin with 2024; contracts of before are seen from then on only.
#   1  from 22 Dec, 10 days old then, ended on 6 Jan: after 15
#   2  from 2 Dec, 30 days old, goes on: 60 on 31 Jan
#   3  from 1 Jan, ended after 10         4  from 1 Jan, ended after 20
#   5  from 1 Jan, goes on: 30
# At 10: 3, 4 and 5; contract 1 is 10 at its entry, which is not before: S = 2/3. At 15: 1, 4 and 5:
# 2/3 x 2/3 = 4/9. At 20: 4 and 5: 2/9. Taken as seen from the start: 4/5, 3/5, 2/5.
cat >contracts.csv <<'END'
n,from,to
1,2023-12-22,2024-01-06
2,2023-12-02,
3,2024-01-01,2024-01-11
4,2024-01-01,2024-01-21
5,2024-01-01,
END
crm-cohort -q --survival --start from --end to --as-of 2024-01-31 --seen-from 2024-01-01 --curve contracts.csv
crm-cohort -q --survival --start from --end to --as-of 2024-01-31 --curve contracts.csv
# Orders: b left after 59 days, c after 151. a had left before the data begin, and is not in them.
cat >orders.csv <<'END'
customer_id,date,amount
a,2020-01-01,1
a,2020-02-01,1
b,2023-01-01,1
b,2023-03-01,1
c,2023-01-01,1
c,2023-06-01,1
END
crm-cohort --survival --curve --silence 100 --seen-from 2022-01-01 --as-of 2024-01-01 orders.csv
