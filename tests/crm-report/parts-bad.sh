# Tables that are not what their name says, columns that are missing, cells that make no sense: each is told with
# its file, line and column, and what to do.
printf '%s\n' cohort,age,period,customers,active,retention 2024-01,0,2024-01,3,3,1 >cohorts.csv
printf '%s\n' cohort,customers,0,1 2024-01,3,1,0.5 >matrix.csv
printf '%s\n' group,time,at_risk,events,censored,survival,std_error,low,high ,5,2,1,0,0.5,,, >curve.csv
printf '%s\n' section,group,customers,actual,model,mean_rate,last_period week,2024-01-07,1,1,1,1,1 >backtest.csv
try() {
    crm-report -q "$@" -o report.txt
    echo "status $?"
}
try cohorts=curve.csv
try cohorts=matrix.csv
try survival=cohorts.csv
try backtest=cohorts.csv
try scores=backtest.csv
cut -d , -f 1-6 curve.csv | try survival=-
cut -d , -f 1-5 backtest.csv | try backtest=-
# bad FILE LINE: the file with one more line.
bad() {
    { cat "$1.csv"; echo "$2"; } >bad.csv
    case $1 in curve) try survival=bad.csv ;; cohorts) try cohorts=bad.csv ;; *) try "$1=bad.csv" ;; esac
}
bad cohorts 2024-01,x,2024-02,3,1,0.3
bad cohorts 2024-01,,2024-02,3,1,0.3
bad cohorts 2024-01,1,2024-02,3,4,1.3
bad cohorts 2024-01,1,2024-02,4,1,0.3
bad cohorts 2024-01,0,2024-02,3,1,0.3
bad cohorts 2024-01,1200,2024-02,3,1,0.3
bad cohorts ,1,2024-02,3,1,0.3
bad curve ,6,1,1,0,1.5,,,
bad curve ,5,1,1,0,0,,,
bad curve ,soon,1,1,0,0,,,
bad curve ,6,-1,1,0,0,,,
bad curve ,6,,1,0,0,,,
bad curve ,6,1,1,0,0,,,2
bad backtest month,2024-01,1,1,1,1,1
bad backtest week,2024-01-14,1,1,one,1,1
bad backtest week,2024-01-07,1,1,1,1,1
printf 'cohort,age,customers,active,complete\n2024-01,0,3,3,2\n' | try cohorts=-
printf 'cohort,age,customers,active,revenue\n2024-01,0,3,3,5O.00\n' | try cohorts=-
