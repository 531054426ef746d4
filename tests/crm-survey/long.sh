# Long answers: a row each. Other questions are excluded, an answer without text is missing, one outside the
# scale is bad: read 9 = merged 6 + excluded 2 + rejected 1.
cat >answers.csv <<'END'
response_id,customer_id,question,answer,answered_at
1,a,nps,0,2024-01-05
1,a,ok,2,2024-01-05
2,b,nps,10,2024-01-06
2,b,ok,5,2024-01-06
3,c,nps,7.5,2024-02-06
3,c,ok,,2024-02-06
3,c,name,x,2024-02-06
4,d,nps,11,2024-02-06
4,d,NPS,9,2024-02-06
END
crm-survey --nps nps --csat ok --rejects bad.csv --max-rejects 50% answers.csv
echo $?
cat bad.csv
crm-survey -q --nps nps --per month --where "answer <> '11'" answers.csv | cut -d, -f1-6
# A column of that name makes it wide: then `answer` is nothing special.
printf 'question,answer,nps\nwhy,5,0\nhow,4,9\n' | crm-survey -q --nps nps | cut -d, -f1-5
printf 'question,answer\nwhy,5\n' | crm-survey -q --nps answer --scale 0-10 | cut -d, -f1-5
printf 'a,b\n1,2\n' | crm-survey -q --nps nps
printf 'a,b\n1,2\n' | crm-survey -q --nps a --csat c
# Two inputs, one of each form.
printf 'customer_id,nps,ok\nx,9,4\n' >wide.csv
crm-survey -q --nps nps --csat ok --where "answer IS NULL OR answer <> '11'" answers.csv | cut -d, -f1-4
grep -v 11 answers.csv >sound.csv
crm-survey -q --nps nps --csat ok sound.csv wide.csv | cut -d, -f1-5
