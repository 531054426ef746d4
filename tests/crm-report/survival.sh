# Curves of the seven contracts of crm-cohort(1), by plan. By hand:
#   basic  left at 40, 60, 200, there at 424: S 0.75, 0.5, 0.25, so the quarter at 40, half by 60, three
#          quarters by 200
#   team   there at 304 and 441, left at 340: S 1 - 1/2, so the quarter and half by 340, three quarters never
# The limits of the medians are those that crm-cohort --survival has: 40 and 340, none above. Axis: 441 / 8 =
# 55 is rounded up to steps of 100. At risk at 100 in basic: two, at the next event, 200.
cat >contracts.csv <<END
contract,plan,from,to
c1,basic,2023-01-01,2023-03-02
c2,basic,2023-01-01,2023-07-20
c3,basic,2023-02-01,
c4,basic,2023-05-01,2023-06-10
c5,team,2023-01-15,
c6,team,2023-03-01,2024-02-04
c7,team,2023-06-01,
END
stay() {
    crm-cohort -q --survival --start from --end to --as-of 2024-03-31 "$@" contracts.csv
}
stay --by plan --curve -o curve.csv
crm-report -q survival=curve.csv
crm-report -q -t jsonl survival=curve.csv
# The summary has the same medians, and the log-rank test (1.4926, 0.221814), but no points.
stay --by plan -o summary.csv
crm-report -q -t jsonl survival=summary.csv >summary
crm-report -q -t jsonl survival=curve.csv | sed '/"section":"\(survival_at\|at_risk\)"/d' | cmp - summary && echo the same medians
crm-report -q survival=summary.csv | grep -o 'Log-rank.*'
# Without --by there is one group, without a name, and a sentence.
stay --curve | crm-report -q survival=- | grep '^- \|^All'
