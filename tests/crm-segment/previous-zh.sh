# Yesterday's file may have been written in Chinese. Yesterday 600 of 1000 was a's, 300 b's: VIP from 600,
# important from 300. Today 1000 of 1600 is c's: VIP; b, 375 of 1600, stands at 0.625: important; a, 100
# (at 0.86), and e, new with 125 (at 0.859), are ordinary; d is gone.
cat >monday.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,600,5,5,5,2024-06-03
b,1,1,300,5,5,5,2024-06-03
c,1,1,50,5,5,5,2024-06-03
d,1,1,50,5,5,5,2024-06-03
END
cat >tuesday.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,100,1,1,1,2024-06-04
b,1,1,375,5,5,5,2024-06-04
c,1,1,1000,5,5,5,2024-06-04
e,1,1,125,3,3,3,2024-06-04
END
crm-segment -q --lang zh monday.csv -o monday.zh.csv
cut -d , -f 1,9- monday.zh.csv
crm-segment -q tuesday.csv --previous monday.zh.csv --moves moves.csv | cut -d , -f 1,9-
cat moves.csv
crm-segment -q --lang zh tuesday.csv --previous monday.zh.csv --moves moves.csv | cut -d , -f 1,9-
cat moves.csv
# The figures are the same, whatever the language.
crm-segment -q monday.csv -o monday.en.csv
crm-segment -q tuesday.csv --previous monday.en.csv >en.csv
crm-segment -q tuesday.csv --previous monday.zh.csv | cmp - en.csv
