# The unit of ages is told by the names of the cohorts: months, quarters, years, or none of these. The sentence
# takes the next period, and the latest known of 12, 6, 4, 3 and 2: active 5, 4, 3, ... of 10.
for names in 2024-Q1 2023 2024-02 spring; do
    {
        echo cohort,age,customers,active
        for age in 0 1 2 3; do echo "$names,$age,10,$((6 - age))"; done
    } | crm-report -q cohorts=- | grep '^- '
done
# 13 ages and more: whole percent, and the twelfth: 7 / 15 = 46.67 %.
awk 'BEGIN { print "cohort,age,customers,active"; for (i = 0; i < 14; i++) print "2023-01," i ",15," (i ? 7 : 15) }' |
    crm-report -q cohorts=- | grep '^- \|^2023'
# One cohort of one period has no ages; nothing at all has no cohort.
printf 'cohort,age,customers,active\n2024-01,0,3,3\n' | crm-report -q cohorts=- | sed -n '4,7p'
printf 'cohort,age,customers,active\n' | crm-report -q -t jsonl cohorts=-
