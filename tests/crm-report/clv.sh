# Lifetime value of five customers and a prospect. c is no better than even (0.5 is not below 0.5), so that b, d
# and e are rather gone than not.
#   orders   5 + 1 + 0.53 + 0.05 + 0.0000004 = 6.58, in millionths
#   value    500 + 100 + 50 + 5 + 0.00001 = 655.00, to a ten-thousandth
#   clv      480 + 96.5 + 48 + 4.85 + 1.5e-05 = 629.35; VIP 576.50, ordinary 52.85
#   shares   576.5 / 629.35 = 0.916024; against revenue 576.5 / 1500 = 0.384333, 52.85 / 500 = 0.1057
#   leaving  b: 96.50 of 576.50 = 0.167389, 500 of 1500; d and e: 4.85 of 52.85 = 0.0917692, 200 of 500
#   best     1, 5, 10 and 20 % of 5 are one customer: 480 / 629.35 = 0.762692; 50 % three: 624.5 / 629.35
#   Gini     (-4 x 0 - 2 x 4.85 + 0 x 48 + 2 x 96.5 + 4 x 480) / (5 x 629.35) = 2103.3 / 3146.75 = 0.668
cat >valued.csv <<END
customer_id,currency,recency_days,frequency,monetary,r,f,m,as_of,segment,tier,tier_rank,p_alive,expected_orders,p_no_order,order_value,expected_value,clv
a,EUR,5,9,1000.00,3,3,3,2024-12-31,Champions,VIP,1,.9,5,.01,100,500,480
b,EUR,50,5,500.00,2,2,3,2024-12-31,At Risk,VIP,1,0.4,1,.5,100,100,96.5
c,EUR,9,3,300.00,3,2,2,2024-12-31,Champions,ordinary,2,0.5,0.53,.7,100,50,48
d,EUR,99,1,100.00,1,1,1,2024-12-31,Lost,ordinary,2,0.1,0.05,.9,100,5,4.85
e,EUR,98,1,100.00,1,1,1,2024-12-31,Lost,ordinary,2,0.2,4e-07,1,25,0.00001,1.5e-05
f,,,,,,,,2024-12-31,,,,,,,,,
END
crm-report -q valued.csv | sed -n '/^- Expected/,/^$/p; /^Lifetime value by tier/,$p'
crm-report -q -t jsonl valued.csv | grep '"section":"\(figures\|clv.*\)"'
# Without one of the four columns there is nothing of it; the rest is the same. A table of prospects has none either.
cut -d , -f 1-17 valued.csv >without.csv
crm-report -q -t jsonl without.csv | grep -c '"section":"clv' || :
crm-report -q -t jsonl valued.csv | grep -v '"section":"\(clv.*\|figures\)"' >rest
crm-report -q -t jsonl without.csv | grep -v '"section":"figures"' | cmp - rest && echo the rest is the same
sed -n '1p;$p' valued.csv | crm-report -q -t jsonl | grep -c '"section":"clv' || :
