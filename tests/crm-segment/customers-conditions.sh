# Conditions know the columns of the customers, too. A name that both files have means the scored rows';
# the customers' is "customers.NAME", in double quotes. A scored customer without a row there has nothing:
# NULL. Prospects are screened as well. Of employees 10, 500 and 90 the mean is 200, and 500 of 600 is more
# than half: only b stands above 0.5. The rows of a customer are one: b's debt is in the second.
cat >scores.csv <<'END'
customer_id,recency_days,frequency,monetary,r,f,m,as_of,name
a,10,9,500,5,5,5,2024-06-30,Own
b,200,1,50,1,1,1,2024-06-30,
c,200,1,20,1,1,1,2024-06-30,
END
cat >customers.csv <<'END'
customer_id,name,employees,created_at,Debt Days
a,Ann,10,5/31/2024,0
b,Bob,500,2024-06-01,
z,Zed,90,2024-06-02,
b,,7,,45
a,Other,600,,99
END
cat >policy.json <<'END'
{"tiers": [{"name": "large", "when": "employees >= 500"}, {"name": "small", "when": "employees > 0"},
           {"name": "unknown"}],
 "segments": [{"name": "above", "when": "employees > mean_employees"}, {"name": "below"}],
 "screening": [{"name": "ours", "when": "name = 'Own' AND \"customers.name\" = 'Ann'", "result": "hold"},
               {"name": "debt", "when": "\"Debt Days\" > 30 AND top_employees < 0.5", "result": "reject"},
               {"name": "fresh", "when": "created_at >= '2024-06-02'", "result": "hold"}]}
END
crm-segment -q --policy policy.json scores.csv customers=customers.csv | cut -d , -f 1,9-
# What the customers do not have, and what is not known without them.
sed 's/employees > 0/staff > 0/' policy.json >staff.json
crm-segment -q --policy staff.json scores.csv customers=customers.csv
echo "status $?"
crm-segment -q --policy policy.json scores.csv
echo "status $?"
