# Who stands in a row that --where leaves out or that is rejected is neither gone nor a prospect: there, but
# not told of. g is gone, and z a prospect.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,600,5,5,5,2024-06-30
b,1,1,500,5,5,5,2024-06-30
c,1,1,much,5,5,5,2024-06-30
END
printf '%s\n' customer_id,tier,tier_rank a,VIP,1 b,VIP,1 c,VIP,1 g,VIP,1 >previous.csv
printf '%s\n' customer_id,name a,Ann b,Bob c,Cy z,Zed >customers.csv
crm-segment -q scores.csv customers=customers.csv --previous previous.csv --moves moves.csv \
    --where "customer_id <> 'b'" --rejects bad.csv --max-rejects 1 | cut -d , -f 1,4,11,14-
cat moves.csv
