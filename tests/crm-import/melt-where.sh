# Proves --melt with what else there is: --where leaves rows out before they are melted, a bad row is
# rejected once, a repeated row is dropped once, and the report tells of the melted columns. 6 rows read =
# 3 melted + 1 rejected + 2 excluded. The three have 2 questions, 6 cells, 5 filled.
cat >wide.csv <<'END'
response_id,answered_at,region,Q1,Q2
1,2024-01-05,N,9,8
1,2024-01-05,N,9,8
2,2024-01-06,S,1,1
3,soon,N,2,2
4,2024-01-07,N,7,
5,2024-01-08,N,10,9
END
crm-import --melt 'Q*' --where "region = 'N'" --rejects bad.csv --max-rejects 1 --drop-duplicates --report=report.csv --summary=summary.json wide.csv
echo "status $?"
cat bad.csv report.csv
sed 's/.*"rows":{"read"/"read"/; s/,"timing".*//' summary.json
