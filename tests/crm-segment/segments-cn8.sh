# The eight classes: recency 10 or 30 days, frequency 1 or 3, money 100 or 300, in all combinations, so that
# the means are 20, 2 and 200. The ninth stands on all three means, which is high in each. RFM, 1 for high
# (R: recent): 111 important value, 101 important development, 011 important retention, 001 important
# win-back; with M low the same as general.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
111,10,3,300,5,5,5,2024-06-30
101,10,1,300,5,1,5,2024-06-30
011,30,3,300,1,5,5,2024-06-30
001,30,1,300,1,1,5,2024-06-30
110,10,3,100,5,5,1,2024-06-30
100,10,1,100,5,1,1,2024-06-30
010,30,3,100,1,5,1,2024-06-30
000,30,1,100,1,1,1,2024-06-30
mean,20,2,200,3,3,3,2024-06-30
END
crm-segment --segments cn8 scores.csv | cut -d , -f 1,9
crm-segment -q --segments cn8 --lang zh scores.csv | cut -d , -f 1,9
