# January's list: a, b, c, d unhappy. Since then a 9, b 8, c 2, d nothing; e is new, and f was content.
# 3 of 4 have answered again, 2 have recovered: Wilson of 2/3 .207660 to .938508.
cat >answers.csv <<'END'
customer_id,answered_at,score,comment
a,2024-01-05,0,late
b,2024-01-05,1,dear
c,2024-01-05,2,rude
d,2024-01-05,3,lost
f,2024-01-05,9,
a,2024-02-05,9,fine
b,2024-02-05,8,
c,2024-02-05,2,rude again
e,2024-02-05,4,slow
END
crm-survey -q --followup --nps score --as-of 2024-01-31 answers.csv -o january.csv
cat january.csv
crm-survey --followup --nps score --previous january.csv answers.csv -o february.csv
cat february.csv
# Next month: a and b are content, and not asked about any more; c has come round, d still said nothing.
printf 'c,2024-03-05,10,\n' >>answers.csv
crm-survey --followup --nps score --previous february.csv answers.csv
crm-survey --followup --nps score --previous answers.csv answers.csv
