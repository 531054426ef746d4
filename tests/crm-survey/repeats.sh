# a said 0, then 8, then nothing; b 9 twice on a day, then 10; c once; somebody without a name 0.
#   all    0 8 9 9 10 8 0    (3 - 2) / 7 = 14.2857
#   last   a 8, b 10, c 8, 0      (1 - 1) / 4 = 0
#   first  a 0, b 9, c 8, 0       (1 - 2) / 4 = -25
#   mean   a 4, b 28/3 = 9.3333, c 8, 0      -25; mean (4 + 9.3333 + 8 + 0) / 4 = 5.33333
# Rows that do not count: of the last, a's 0 and nothing, b's two 9; of the first, a's 8 and nothing, b's 9 of
# 10 o'clock and 10.
cat >answers.csv <<'END'
customer_id,date,score
a,2024-01-01,0
a,2024-02-01,8
b,2024-01-01 10:00,9
b,2024-01-01 09:00,9
b,2024-03-01,10
a,2024-03-01,
c,2024-01-01,8
,2024-01-01,0
END
for how in all last first mean; do
    crm-survey --repeats $how --nps score answers.csv -o out.csv
    cut -d, -f3-5,14 out.csv
done
# By month: January has a 0, b 9 (the later one), c 8, 0; February a 8; March a nothing, b 10.
crm-survey -q --repeats last --per month --nps score answers.csv | cut -d, -f3-6
# An empty cell never takes the place of an answer, but where there is no answer it is one missing.
printf 'customer_id,score\na,\na,0\na,\nb,\nb,\n' >empty.csv
crm-survey -q --repeats last --nps score empty.csv | cut -d, -f3-5
# Two questions: a row counts as long as one of its answers does.
printf 'customer_id,x,y\na,0,\na,,5\na,9,4\n' >two.csv
crm-survey --repeats first --nps x --csat y two.csv | cut -d, -f2-5
# The order of rows with times does not matter, nor how they are cut.
crm-survey -q --repeats mean --nps score answers.csv >one
{ head -n 1 answers.csv; tail -n +2 answers.csv | sort -r; } >turned.csv
crm-survey -q --repeats mean --nps score --block-size 40 --jobs 3 turned.csv | cmp - one && echo same
crm-survey --repeats last --nps score --key email answers.csv
