# A rollup in JSON Lines is read like one in CSV, and a merge of the two is the same.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 b,2024-01-06,2 >jan.csv
sed s/2024-01/2024-02/ jan.csv >feb.csv
crm-rollup -q jan.csv -o jan-rollup.jsonl
crm-rollup -q feb.csv -o feb-rollup.csv
cat jan-rollup.jsonl
crm-rollup -q jan-rollup.jsonl feb-rollup.csv
