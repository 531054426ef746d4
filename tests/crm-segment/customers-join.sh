# --join names the columns that come in, by their canonical names or by those of the file. A column that
# the scored rows have keeps what they have, and is filled where they have nothing.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,name,city
a,10,2,10,5,5,5,2024-06-30,Own,
b,10,2,10,5,5,5,2024-06-30,,Bonn
c,10,2,10,5,5,5,2024-06-30,,
END
cat >customers.csv <<'END'
客户编号,客户名称,城市,Account Rep
a,Ann,Rome,Ray
b,Bob,Berlin,
c,Cy,Cork,"Rob, Rae"
d,Dee,Dover,Rex
END
join() {
    crm-segment -q scores.csv customers=customers.csv "$@" | cut -d , -f 1,9-
}
join
join --join city,name
join --join '客户名称, Account Rep'
join --join ''
cut -d , -f 1-8 scores.csv >plain.csv
crm-segment -q plain.csv customers=customers.csv --join city,city,name | cut -d , -f 1,9-10
