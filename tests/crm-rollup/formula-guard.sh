# Ids that a spreadsheet would run get a ' before them, on demand; numbers do not.
printf '%s\n' customer_id,date,amount '"=HYPERLINK(""x"")",2024-01-05,1' -5,2024-01-06,1 >orders.csv
crm-rollup -q --formula-guard orders.csv | cut -d , -f 1-2
crm-rollup -q orders.csv | cut -d , -f 1-2
