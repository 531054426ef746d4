# Of 6 invited 3 answered: .5, Wilson .187613 to .812387. vip 2 of 2, std 1 of 4; chi-square of the table
# 2 0 / 1 3: expected 1 1 / 2 2: 1 + 1 + .5 + .5 = 3, p of 1 degree .0832645.
# a answered twice and counts once; z was not invited; e's answer is empty; one answer has no name.
cat >invited.csv <<'END'
customer_id,name,tier
a,A,vip
b,B,vip
c,C,std
d,D,std
e,E,std
f,F,std
a,A again,vip
END
cat >answers.csv <<'END'
customer_id,score
a,10
a,9
b,0
c,8
e,
z,9
,5
END
crm-survey --response --nps score answers.csv invited=invited.csv
# Without a question a row is enough: e, too.
crm-survey -q --response answers.csv invited=invited.csv
crm-survey -q --response --by name answers.csv invited=invited.csv
crm-survey -q --response --by city answers.csv invited=invited.csv
crm-survey -q --response answers.csv
crm-survey -q --nps score answers.csv invited=invited.csv
