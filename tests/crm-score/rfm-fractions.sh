# The rule "rfm" adds 1 to its cuts, also where money is small: amounts 0.10 to 0.50 have cuts 1.18 to
# 1.42, which all of them lie below.
printf '%s\n' customer_id,date,amount a,2024-01-01,0.10 b,2024-01-01,0.20 c,2024-01-01,0.30 \
    d,2024-01-01,0.40 e,2024-01-01,0.50 >orders.csv
crm-score -q --method rfm orders.csv | cut -d , -f 1,4,7
crm-score -q --method quantile orders.csv | cut -d , -f 1,4,7
