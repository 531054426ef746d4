# Proves --melt: a row an answer, the other columns beside it. 4 rows of 3 questions are 12 cells, 3 + 2 + 0
# + 3 of them filled: 8 rows, 4 cells empty; blanks alone are empty. The row without an answer is melted
# into none, and the account says so: read 4 = melted 4, cells 12 = written 8 + empty 4. No --kind is
# needed. Score and 满意度 are known as names of the answer, but not here: they are questions.
cat >wide.csv <<'END'
Respondent ID,Customer,Survey Date,Score,满意度,Why,Region
1,00017,5.1.2024 09:30,9,5,"Fast, cheap",North
2,00018,2024/1/6,7,,　ok　,North
3,00019,2024-01-07,,  ,,South
4,,2024-01-08,0,1,"said ""no""",
END
crm-import --melt 'Score,满意度,Why' --summary=summary.json wide.csv
sed 's/.*"rows":{"read"/"read"/; s/,"timing".*//' summary.json
crm-import -q --melt 'Why,Score,满意度' --block-size 1 -t jsonl wide.csv | tail -n 3
