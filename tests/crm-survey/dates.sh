# as-of: later answers do not count; rows without a date only where periods are asked for. Surveys come in
# waves: that the last one stands alone is no error.
cat >answers.csv <<'END'
customer_id,date,score
a,2023-01-01,0
b,2023-01-02,9
c,2023-01-03,10
d,2024-06-01,8
e,,9
END
crm-survey --nps score answers.csv -o out.csv; cut -d, -f3-5 out.csv
crm-survey --nps score --as-of 2023-12-31 answers.csv -o out.csv; cut -d, -f3-5 out.csv
crm-survey --nps score --per year answers.csv -o out.csv; cut -d, -f3-6 out.csv
crm-survey --nps score --as-of 2024-12-31 --fresh 30d answers.csv -o out.csv; echo $?
crm-survey --nps score --fresh 30d answers.csv; echo $?
# A day last, and months that only the data can tell.
printf 'date,score\n5/1/2024,0\n13/1/2024,9\n' | crm-survey -q --nps score --per month | cut -d, -f3-5
printf 'date,score\n5/1/2024,0\n' | crm-survey -q --nps score --per month
printf 'date,score\n2024-01-05,0\nsoon,9\n' | crm-survey -q --nps score
printf 'when,score\n2024-01-05,0\n' | crm-survey -q --nps score --per month
# A zone: 23:30 in UTC is the next day in Shanghai.
printf 'date,score\n2024-01-31T23:30:00Z,0\n' | crm-survey -q --nps score --per month --tz Asia/Shanghai | cut -d, -f3,4
crm-survey --nps score --summary answers.csv 2>&1 >/dev/null | sed -n 's/.*"rows":\(.*\),"timing.*/\1/p'
