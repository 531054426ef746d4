# A kept column has to be in an input; one among several is enough.
printf '%s\n' customer_id,date,amount,region a,2024-01-01,10,north >one.csv
printf '%s\n' customer_id,date,amount a,2024-01-02,10 >two.csv
crm-rollup -q --keep region one.csv two.csv
crm-rollup --keep country one.csv two.csv
