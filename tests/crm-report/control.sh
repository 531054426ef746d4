# Control charts. The first W04 is beyond its upper limit, 25 > 17.1; the share of W03 is beyond the lower limit and in
# a row; W05 has not ended: a *, and no point of the chart. One sentence names them: 3 signals.
# An empty table says nothing.
cat >control.csv <<END
figure,period,n,value,centre,low,high,signal,sigma_z,complete
tickets,2024-W03,5,5,7.1111,0,17.0861,,,1
tickets,2024-W04,25,25,7.1111,0,17.0861,beyond,,1
tickets,2024-W05,2,2,,,,,,0
resolution_breach_rate,2024-W03,40,0.025,0.2,0.05,0.35,beyond+run,1.2,1
resolution_breach_rate,2024-W04,40,0.1,0.2,0.05,0.35,run,1.2,1
END
crm-report -q control=control.csv
crm-report -q -t jsonl control=control.csv | sed 1,2d
# Of surveys: by question and group; nothing signals. The mean of CES has two decimals.
cat >survey.csv <<END
measure,question,Region,period,n,value,centre,low,high,signal,sigma_z
ces,Ease,,2024-01,25,5.236,4.954,3.72,6.18,,0.98
ces,Ease,North,2024-01,12,5,4.954,3.2,6.7,,0.98
END
crm-report -q control=survey.csv
crm-report -q --lang zh control=control.csv | sed -n '/^异常的期间$/,/^控制图/p'
# Of eight charts the report has six, and says so; a signal of the eighth is named.
{
    sed -n 1p survey.csv
    for region in a b c d e f g; do echo "ces,Ease,$region,2024-01,25,5,5,4,6,,1"; done
    echo "ces,Ease,h,2024-01,25,3,5,4,6,beyond,1"
} >many.csv
crm-report -q control=many.csv | grep -c '^Control chart:'
crm-report -q control=many.csv | grep -o 'The report has.*\|^- .*'
sed 1q control.csv | crm-report -q control=-
crm-report -q -t html control=control.csv | grep -o '<figure[^>]*>'
