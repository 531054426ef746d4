# --breaks goes before the file.
printf '{"r":[0,1],"f":[1],"m":[10,20],"closed":"right"}\n' >cuts.json
printf '%s\n' customer_id,date,amount a,2024-01-01,10 b,2024-01-02,20 c,2024-01-03,30 |
    crm-score -q --thresholds cuts.json --breaks m=25
