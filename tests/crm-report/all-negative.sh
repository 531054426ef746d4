# All cost more than they bring: the sum stands, -30 - 10 = -40 and -40 / 3 = -13.33 an order; there is
# nothing to have a share of, and nothing that could slip away.
cat >rows.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,tier,tier_rank,lifecycle
a,EUR,1,1,-30,1,2,1,VIP,1,at risk
b,EUR,3,2,-10.00,1,1,1,ordinary,2,lapsed
END
crm-report -q -t html rows.csv | grep -ci 'nan\|inf[^o]'
crm-report -q rows.csv | sed '/^At risk:/d'
