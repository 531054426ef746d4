# --lang zh: labels in Chinese, names of columns and of a policy's own as they are; the words are fixed, and
# depend on no locale.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
champion,0,3,600,5,5,5,2024-06-30,2024-06-10,2024-06-30,2024-06-20,2024-06-10,3,10
loyal,10,2,200,4,4,5,2024-06-30,2024-06-10,2024-06-20,2024-06-10,,2,10
potential,31,2,10,4,3,5,2024-06-30,2024-05-20,2024-05-30,2024-05-20,,2,10
new,0,1,10,5,1,5,2024-06-30,2024-06-30,2024-06-30,,,1,0
promising,91,1,10,4,1,5,2024-06-30,2024-03-31,2024-03-31,,,1,0
attention,0,2,10,3,3,5,2024-06-30,2024-03-31,2024-06-30,2024-03-31,,2,91
sleepy,0,1,10,3,1,5,2024-06-30,2024-06-30,2024-06-30,,,1,0
risky,0,1,10,2,3,5,2024-06-30,2024-06-30,2024-06-30,,,1,0
dear,0,1,10,1,5,5,2024-06-30,2024-06-30,2024-06-30,,,1,0
asleep,0,1,10,1,1,5,2024-06-30,2024-06-30,2024-06-30,,,1,0
none,,0,0,,,,2024-06-30,,,,,0,0
END
crm-segment -q --lang zh --g1 30 --g2 90 scores.csv | cut -d , -f 1,15,16,19
LC_ALL=zh_CN.GB18030 LANG=C crm-segment -q --lang zh --g1 30 --g2 90 scores.csv >other.csv
LC_ALL=C crm-segment -q --lang zh --g1 30 --g2 90 scores.csv | cmp - other.csv
# rfm10 leaves 215 to Others; the tier Key is nobody's word but this policy's.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,5,2,1,5,2024-06-30 >cell.csv
echo '{"segments": "rfm10", "tiers": [{"name": "Key"}], "screening": [{"name": "pass", "result": "pass"}]}' >policy.json
crm-segment -q --lang zh --policy policy.json cell.csv | cut -d , -f 9-
