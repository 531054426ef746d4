# Seen until the 31st of January:
#   1  ended after 10 days                    2  goes on: seen for 30
#   3  ends later, which is not known yet: seen for 20
#   4  begins later, 5 has no start: excluded
#   6  ended on that day: after 5             7  ended on the day it began: after 0
# S(0) = 4/5, S(5) = 3/5, S(10) = 2/5.
cat >contracts.csv <<'END'
n,from,to
1,2024-01-01,2024-01-11
2,2024-01-01,
3,2024-01-11,2024-03-01
4,2024-02-01,
5,,2024-01-10
6,2024-01-26,2024-01-31
7,2024-01-15,2024-01-15
END
crm-cohort --survival --start from --end to --as-of 2024-01-31 contracts.csv
crm-cohort -q --survival --start from --end to --as-of 2024-01-31 --curve contracts.csv
# Bad rows are rejected: an end before the start, dates that are none or could be two.
cat >bad.csv <<'END'
n,from,to
1,2024-01-01,2024-01-11
2,2024-01-11,2024-01-10
3,soon,
4,3/4/2023,
5,2024-01-01,never
END
crm-cohort --survival --start from --end to --as-of 2024-01-31 bad.csv -o none.csv
echo $?
crm-cohort --survival --start from --end to --as-of 2024-01-31 --rejects bad.rej --max-rejects 90% bad.csv
echo $?
# As 3 April 2023, the fourth goes on: 303 days.
crm-cohort -q --survival --curve --start from --end to --as-of 2024-01-31 --date-order dmy \
    --rejects bad.rej --max-rejects 90% bad.csv
