# A backtest of four customers, which agrees with itself: bias (9.6 - 10) / 4 = -0.1, (10.8 - 10) / 4 = 0.2,
# (11.2 - 10) / 4 = 0.3; by repeats 2 x 0.5 + 2 x 4.5 = 10 orders, 2 x 0.6 + 2 x 4.2 = 9.6. The expected
# revenue 1200.256 is rounded to pence. 0.5 is below 0.75 and below 1: the model beats both.
cat >backtest.csv <<END
section,group,customers,actual,model,mean_rate,last_period
error,mae,4,,0.5,0.75,1
error,rmse,4,,0.6,0.9,1.2
error,bias,4,,-0.1,0.2,0.3
total,orders,4,10,9.6,10.8,11.2
total,revenue,4,1234.5,1200.256,,
frequency,0,2,0.5,0.6,0,0
frequency,7+,2,4.5,4.2,5.4,5.6
decile,1,2,4.5,4.2,5.4,5.6
decile,2,2,0.5,0.6,0,0
week,2024-01-07,4,3,2.41,2.7,2.8
week,2024-01-14,4,10,9.6,10.8,11.2
END
crm-report -q backtest=backtest.csv
crm-report -q -t jsonl --currency GBP backtest=backtest.csv
# Yen have no decimals; a model that ties with one of the others does not beat it; sections may be missing.
sed 's/^error,mae,4,,0.5,/error,mae,4,,0.75,/' backtest.csv >tie.csv
crm-report -q --currency JPY backtest=tie.csv | grep '^- Its\|^Net'
grep 'section\|^week' backtest.csv | crm-report -q -t jsonl backtest=-
