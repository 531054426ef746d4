# Cuts of the rfm rule and of --breaks are closed on different sides: one file cannot hold both.
printf '%s\n' customer_id,date,amount c1,2024-01-01,1 c2,2024-01-02,2 |
    crm-score -q --method rfm --breaks r=2,4 --save-thresholds cuts.json
echo "status $?"
ls
