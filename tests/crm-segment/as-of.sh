# The day to look back from is the scores' own as_of: June 30, from which 10 days of silence are no risk.
# --as-of may repeat it, and nothing else; rows of several days are refused. Without that column it is what
# --as-of says, else the latest purchase day: from June 20 b is silent for 20 days.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
a,10,2,10,5,5,5,2024-06-30,2024-06-10,2024-06-20,2024-06-10,,2,10
b,30,2,10,5,5,5,2024-06-30,2024-05-21,2024-05-31,2024-05-21,,2,10
END
cut -d , -f 1-7,9- scores.csv >undated.csv
stages() {
    crm-segment -q --g1 20 --g2 60 "$@" >out.csv
    echo "status $?"
    sed 1d out.csv | sed 's/,.*,/ /'
    rm -f out.csv
}
stages scores.csv
stages scores.csv --as-of 2024-06-30
stages scores.csv --as-of 2024-07-01 2>&1
stages undated.csv
stages undated.csv --as-of 2024-07-10
stages undated.csv --as-of 2024-08-20
sed 's/b,30,2,10,5,5,5,2024-06-30/b,30,2,10,5,5,5,2024-06-29/' scores.csv >two.csv
stages two.csv 2>&1
sed 's/b,30,2,10,5,5,5,2024-06-30/b,30,2,10,5,5,5,/' scores.csv >some.csv
stages some.csv
sed 's/b,30,2,10,5,5,5,2024-06-30/b,30,2,10,5,5,5,yesterday/' scores.csv >bad.csv
stages bad.csv 2>&1
# Nobody has bought, and no day is known: nobody needs one.
sed 's/^\([ab]\),.*/\1,,0,0,,,,,,,,0,0/' undated.csv >none.csv
stages none.csv
