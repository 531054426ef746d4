# Bad rows of the tables go to the rejects, and the report is made of the others; rows of all inputs are counted.
cat >cohorts.csv <<END
cohort,age,period,customers,active,retention
2024-01,0,2024-01,10,10,1
2024-01,1,2024-02,10,11,1.1
2024-01,2,2024-03,10,5,0.5
END
printf '%s\n' section,group,customers,actual,model,mean_rate,last_period week,2024-01-07,1,1,1,1,1 >backtest.csv
crm-report -t jsonl --rejects bad.csv --max-rejects 1 cohorts=cohorts.csv backtest=backtest.csv
echo "status $?"
cat bad.csv
