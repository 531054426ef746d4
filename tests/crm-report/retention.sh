# Retention as crm-cohort writes it, by hand: active / customers. At the end of April the last period of each
# cohort is open: it is marked, and in no sum.
#   age 1  4 / 10 = 0.4, 5 / 20 = 0.25, open 2 / 5; all (4 + 5) / (10 + 20) = 0.3
#   age 2  1 / 10 = 0.1, open 3 / 20; all 1 / 10
#   age 3  open 2 / 10; all: none
# Revenue against age 0: 250 / 1000, 924 / 3000 = 0.308, all (250 + 924) / 4000 = 0.2935; -50 / 1000 after
# a refund; nothing against the 0.00 of March. The file is neither sorted nor complete: March has no age 0 in
# the second run.
cat >cohorts.csv <<END
cohort,age,period,customers,active,retention,orders,revenue,revenue_retention,complete
2024-02,0,2024-02,20,20,1,20,3000.00,1,1
2024-02,1,2024-03,20,5,0.25,6,924.00,0.308,1
2024-02,2,2024-04,20,3,0.15,3,300.00,0.1,0
2024-03,1,2024-04,5,2,0.4,2,40.00,,0
2024-03,0,2024-03,5,5,1,5,0.00,,1
2024-01,3,2024-04,10,2,0.2,2,100.00,0.1,0
2024-01,2,2024-03,10,1,0.1,1,-50.00,-0.05,1
2024-01,1,2024-02,10,4,0.4,5,250.00,0.25,1
2024-01,0,2024-01,10,10,1,12,1000.00,1,1
END
crm-report -q cohorts=cohorts.csv
crm-report -q -t jsonl cohorts=cohorts.csv
# Without the columns of revenue there is no such section; without complete every period counts:
# (4 + 5 + 2) / 35 = 0.314286 at age 1, (1 + 3) / 30 at age 2.
grep -v '^2024-03,0,' cohorts.csv | cut -d , -f 1,2,4,5 | crm-report -q -t jsonl cohorts=- | sed -n '3,$p'
