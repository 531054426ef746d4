# Who comes: c had bought before and is back, d is new, and so is e, a prospect of the last time. Who goes: f
# had been ordinary and has no orders any more. g and h are prospects still: nobody moved.
cat >rows.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,tier,tier_rank,lifecycle,previous_tier,move
a,1,2,10,1,1,1,VIP,1,loyal,VIP,same
c,1,2,20,1,1,1,ordinary,3,reactivated,,back
d,1,2,40,1,1,1,ordinary,3,new,,new
e,1,2,80,1,1,1,ordinary,3,new,,new
f,,,,,,,,,prospect,ordinary,gone
g,,,,,,,,,prospect,,
h,,,,,,,,,prospect,,
END
crm-report -q rows.csv | sed -n '/^- Since/p; /^From/,/^$/p'
crm-report -q -t html rows.csv | grep -o '<figure[^>]*Net revenue of those[^>]*>'
