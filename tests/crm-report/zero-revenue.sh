# Nobody has brought anything: no shares and no concentration, nothing is divided by 0. b bought for 5 and
# sent it back; a is a prospect.
cat >rows.csv <<'END'
customer_id,currency,recency_days,frequency,monetary,r,f,m,tier,tier_rank,lifecycle
a,,,,,,,,,,prospect
b,EUR,3,2,0.00,1,1,1,ordinary,1,active
END
crm-report -q -t html rows.csv | grep -ci 'nan\|inf[^o]'
crm-report -q rows.csv | sed '/^At risk:/d'
