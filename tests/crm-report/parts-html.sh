# A page of all parts: its charts and what they say to those who cannot see them. Lines and wide charts scroll on
# a phone; nothing is fetched. Without gnuplot the same tables stand there, and no chart.
cat >cohorts.csv <<END
cohort,age,period,customers,active,retention,orders,revenue,revenue_retention,complete
2024-01,0,2024-01,10,10,1,12,1000.00,1,1
2024-01,1,2024-02,10,4,0.4,5,250.00,0.25,1
2024-01,2,2024-03,10,1,0.1,1,50.00,0.05,0
END
printf '%s\n' group,time,at_risk,events,censored,survival,std_error,low,high \
    '<b>,10,4,2,0,0.5,0.2,0.1,0.9' '<b>,20,2,0,2,0.5,0.2,0.1,0.9' >curve.csv
printf '%s\n' section,group,customers,actual,model,mean_rate,last_period frequency,0,2,1.5,1.6,1.7,1.4 \
    'week,100%,2,3,3.2,3.4,2.8' >backtest.csv
report() {
    crm-report -q -t html cohorts=cohorts.csv survival=curve.csv backtest=backtest.csv "$@"
}
report >page.html
grep -o '<figure[^>]*>' page.html
grep -c '<svg' page.html
grep -ci '<script\|src=\|url(\|@import\|href="[^d]\| id=\| on[a-z]*=' page.html
# Shades: 0.4 is the largest share, 6, and so is the revenue's 0.25; what is open has none. Of survival 1 is the
# largest: 0.5 is 1 + ceil(0.5 x 5) = 4.
grep -o '<td class="n h[0-9]">[^<]*' page.html
# The week's name as it is, and so the group's.
grep -c '<text>100%</text>\|<text>&lt;b></text>' page.html
mkdir bin
ln -s "$(command -v crm-report)" bin/crm-report
PATH=$PWD/bin report >plain.html
grep -c '<svg\|<figure' plain.html || :
grep -o '<p class="remark">.*' plain.html
for page in page plain; do grep '^<tr>\|<h2>' $page.html >$page; done
cmp page plain && echo the same tables
