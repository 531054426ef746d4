# Proves that other commands send a Qualtrics export to crm-import, that it cannot be another kind, and
# that --plain reads it as the table that it is, heads and all.
cat >answers.csv <<'END'
StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,UserLanguage,Q1
Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,User Language,How likely?
2024-01-05,2024-01-05,0,100,9,1,2024-01-05,R_1,EN,4
END
crm-score -t jsonl answers.csv
echo " status $?"
crm-query -t jsonl 'SELECT * FROM answers' answers.csv
echo " status $?"
crm-import -t jsonl --kind customers answers.csv
echo " status $?"
crm-import -q --plain --kind surveys answers.csv | cut -d , -f 7,8
