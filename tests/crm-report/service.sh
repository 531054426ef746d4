# Service by team: 8 of 40 and 2 of 20 in breach are 20% and 10%, 10 of 60 are 16.7%. The median of the resolved, 9.04
# hours, stands beside that of all, 12.06. Backlog: 5 + 4 - 3 = 6 are open at the end of May, of which the sentence speaks;
# June has not ended.
# Causes: 30, 15 and 5 of 50 tickets are 60, 30 and 10%, together 60, 90 and 100%: two of three make up 80% and more.
first=first_response_n,first_response_mean,first_response_p50,first_response_p90,first_response_km_p50,first_response_km_p50_low
first=$first,first_response_km_p50_high,first_response_km_p90,first_response_unknown,first_response_met
first=$first,first_response_breached,first_response_breach_rate,first_response_breach_low,first_response_breach_high,first_response_rank
head=tickets,open,backlog_age_p50,reopened,reopen_rate,reopen_low,reopen_high,$first,$(echo $first | sed 's/first_response/resolution/g')
cat >service.csv <<END
team,$head
East,40,4,20,,,,,40,1,0.5,2,0.5,0.4,0.6,2,0,32,8,0.2,0.105,0.3477,2,36,10,9.04,20,12.06,9,15,30,0,36,4,0.1,0.0396,0.2305,
West,20,0,,,,,,20,1,0.25,2,0.25,0.2,0.3,2,0,18,2,0.1,0.0279,0.301,1,20,10,8,20,8,7,9,30,0,20,0,0,0,0.1611,
(all),60,4,20,,,,,60,1,0.4,2,0.4,0.3,0.5,2,0,50,10,0.1667,0.0929,0.2804,,56,10,8.8,20,10,8,13,30,0,56,4,0.0667,0.0262,0.1593,
END
cat >backlog.csv <<END
period,opened,resolved,open,age_p50,age_p90,complete
2024-04,5,0,5,10.04,20,1
2024-05,4,3,6,15,30,1
2024-06,1,2,5,16,31,0
END
cat >causes.csv <<END
category,tickets,share,cumulative_share,open,repeats,repeat_rate,resolution_p50,resolution_km_p50,resolution_breach_rate
Late,30,0.6,0.6,2,3,0.1,9,9.5,0.2
Damaged,15,0.3,0.9,0,0,0,8,8,0
,5,0.1,1,0,,,,,
END
crm-report -q service=service.csv backlog=backlog.csv causes=causes.csv
crm-report -q -t jsonl service=service.csv backlog=backlog.csv causes=causes.csv | sed 1,2d
# Periods without groups: rows by period, the last one is spoken of.
{ echo "period,$head"; sed -n 's/^East/2024-W01/p; s/^West/2024-W02/p' service.csv; } >weeks.csv
crm-report -q -t md --lang zh service=weeks.csv | sed -n '1,/^| 全部.*W02/p'
# Orders are known: tickets per 1,000 of them.
sed 's/$/,1000,30,20,43/; 1s/,1000.*/,orders,per_1000_orders,per_1000_low,per_1000_high/' causes.csv >rates.csv
crm-report -q causes=rates.csv | sed -n '/^Cause /,/^Late/p'
# Charts: bars of both measures, lines, and Pareto's.
crm-report -q -t html service=service.csv backlog=backlog.csv causes=causes.csv | grep -o '<figure[^>]*>'
