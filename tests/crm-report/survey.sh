# What crm-survey writes, as a page. Ten answers of NPS in the second quarter: 5 promoters, 2 passives, 3 detractors,
# (5 - 3) / 10 = 20 points, and by region (3 - 1) / 5 = 40 and (2 - 2) / 5 = 0; in the first (2 - 2) / 5 = 0. Their
# mean of 7.25 and the share 0.5 stand as they are; CSAT 0.75 is 75.0%. Limits are made up; where there is none, the
# cell and the brackets are empty.
cat >survey.csv <<END
measure,question,Region,period,n,missing,value,low,high,promoters,passives,detractors,top,top_low,top_high,mean,mean_low,mean_high,sd,median
nps,Recommend,,2024-Q1,5,0,0,-50.04,50.05,0.4,0.2,0.4,0.4,0.1,0.8,7,5,9,2,7
nps,Recommend,,2024-Q2,10,1,20,-20.26,55.5,0.5,0.2,0.3,0.5,0.2,0.8,7.25,5,9,2,7
nps,Recommend,North,2024-Q1,5,0,0,-50.04,50.05,0.4,0.2,0.4,0.4,0.1,0.8,7,5,9,2,7
nps,Recommend,North,2024-Q2,5,0,40,-10,75,0.6,0.2,0.2,0.6,0.2,0.9,8,6,10,2,8
nps,Recommend,South,2024-Q2,5,1,0,-50,50,0.4,0.2,0.4,0.4,0.1,0.8,6.5,5,9,2,7
csat,Delivery,,2024-Q2,4,0,0.75,,,,,,0.75,0.3,0.95,4,3,5,1,4
END
crm-report -q survey=survey.csv
crm-report -q -t jsonl survey=survey.csv | sed 1,2d
# Without groups and periods there is one table; Chinese.
cut -d , -f 1,2,5- survey.csv | sed -n '1p;3p' >all.csv
crm-report -q -t md --lang zh survey=all.csv
# A plain file is told by its header; a chart has its words, and text of the data is text.
sed 's/North/<b>/' survey.csv >hostile.csv
crm-report -q -t html hostile.csv | grep -o '<figure[^>]*>\|<td class="text">[^/]*/td>' | sort -u
