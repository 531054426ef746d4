# customers=FILE: names join in, and who was never scored comes behind as a prospect, in the order of the
# file, without segment and tier. The rows of a customer are one: what the first leaves empty the second
# fills. One without an id is excluded. Read: 2 scores and 8 customers; written: the 2 and the prospects z
# and y; merged: a and b twice, and y the second time.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
b,10,2,10,5,5,5,2024-06-30,2024-06-10,2024-06-20,2024-06-10,,2,10
a,30,2,90,4,4,4,2024-06-30,2024-05-21,2024-05-31,2024-05-21,,2,10
END
cat >customers.csv <<'END'
客户编号,客户名称,城市
z,Zed,Oslo
a,,Rome
a,安娜,Paris
,Nobody,Bonn
y,,
b," Bo ""B"" Ltd, Berlin ",Berlin
y,Yves,
b,Second,
END
crm-segment scores.csv customers=customers.csv --g1 30 --g2 60 | cut -d , -f 1,4,8,15-
# Which of the two stands first does not matter, nor whether the kind is said.
crm-segment -q scores.csv customers=customers.csv >want.csv
crm-segment -q customers=customers.csv scores.csv | cmp - want.csv
crm-segment -q customers.csv scores.csv | cmp - want.csv
crm-segment -q customers=customers.csv scores=scores.csv | cmp - want.csv
crm-segment -q customers=customers.csv - <scores.csv | cmp - want.csv
crm-segment -q scores.csv customers=- <customers.csv | cmp - want.csv
