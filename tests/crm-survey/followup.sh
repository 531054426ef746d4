# The last answer decides: a recovered, b fell. Detractors are those up to 6: 6.5 is one, 7 not.
cat >answers.csv <<'END'
customer_id,answered_at,score,ok,comment
a,2024-01-05,0,5,Late again
a,2024-02-05,9,4,
b,2024-01-05,10,3,
b,2024-02-05,6.5,2,"Slow, and rude"
c,2024-01-06 10:30,3,,破损
d,2024-01-07,7,1,x
,2024-01-08,5,,nobody
END
cat >customers.csv <<'END'
customer_id,name,monetary,owner,since
b,B,90.50,kim,2020
c,C,1200,lee,2021
d,D,,kim,2022
END
crm-survey --followup --nps score answers.csv
# The most worth first, whatever they said; then those of unknown worth, the unhappiest first.
crm-survey --followup --nps score --csat ok answers.csv customers=customers.csv
crm-survey -q --followup --nps score --value since --owner name answers.csv customers=customers.csv
crm-survey -q --followup --nps score --value clv answers.csv customers=customers.csv
crm-survey -q --followup --nps score --value since answers.csv
