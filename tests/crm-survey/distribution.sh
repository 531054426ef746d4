# All answers of the scale, given or not, and what lies between. 3 of 4: .75, Wilson .300642 to .954413;
# 1 of 4: .0455873 to .699358; 0 of 4: 0 to .489891.
printf 'who,ok\na,5\na,4.5\nb,5\nb,5\nb,\n' >answers.csv
crm-survey -q --csat ok --distribution answers.csv
# Weighted: 3 of 4 once more, but as of n_effective 16 / (1.5^2 + 1.5^2 + 1) = 2.90909: .251452 to .964019.
printf 'ok,w\n5,1.5\n5,1.5\n4,1\n' >weighted.csv
crm-survey -q --csat ok --distribution --weight w weighted.csv | grep -v ,0,0,
crm-survey -q --csat ok --distribution --by who answers.csv | grep -v ,0,0,
