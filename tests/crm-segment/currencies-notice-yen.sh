# An amount in a notice has the decimals of its currency, as in the rows.
printf '%s\n' customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of a,JPY,1,1,100,5,5,5,2024-06-30 |
    crm-segment 2>&1 >/dev/null | grep begins
