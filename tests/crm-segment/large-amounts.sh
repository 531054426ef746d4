# Amounts of a million millions, as some currencies have them: what lacks to the next tier is exact. a is
# VIP; b stands at two thirds: important; c at nearly all: ordinary.
# 2000000000000.25 - 1000000000000.10 = 1000000000000.15.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of
a,1,1,2000000000000.25,5,5,5,2024-06-30
b,1,1,1000000000000.10,5,5,5,2024-06-30
c,1,1,250.25,5,5,5,2024-06-30
END
crm-segment -q scores.csv -o out.csv
cut -d , -f 1,4,10- out.csv
crm-segment scores.csv 2>&1 >/dev/null | grep -o 'VIP begins at .*'
