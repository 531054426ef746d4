# Proves a LimeSurvey export with names as heads, in JSON Lines, too, where heads are keys and stay whole.
# Other commands send it to crm-import.
heads='Response ID,Date submitted,Last page,Start language,Seed'
printf '%s,How likely are you to recommend us?\n5,2024-01-05 10:30:00,2,en,7,9\n6,,1,en,8,2\n' "$heads" >names.csv
crm-import names.csv
printf '{"id":"5","submitdate":"2024-01-05 10:30:00","lastpage":"2","startlanguage":"en","seed":"7","Q1. How?":9}\n' |
    crm-import -q
crm-score -q names.csv
