# Proves a LimeSurvey export with codes and texts as heads: the columns are called by their codes, but
# for two that would share one; id and submitdate become canonical, the customer's number is one by -m.
# Of 4 rows one was not submitted: excluded as unfinished, or kept without a time. One is of a survey
# that keeps no times, for which LimeSurvey writes 1980-01-01 00:00:00: its answered_at is empty.
cat >results.csv <<'END'
"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language","seed. Seed","KNR. Customer number","G01Q01. How likely are you to recommend us?","G01Q02[SQ001]. Please rate: [Delivery]","G01Q02[SQ002]. Please rate: [Price, all in]","Q7. Why?","Q7. Why, really?","G02Q03.","Total time"
"1","2024-01-05 10:30:00","3","en","123","K1","9","4","5","Fast","","Thanks","61.5"
"2","","1","en","124","K2","7","","","","","",""
"3","1980-01-01 00:00:00","3","en","125","","3","N/A","2","","","","12"
"4","2024-01-06 11:00:00","3","en","126","K1","10","5","4","","x","","9"
END
crm-import results.csv
crm-import -q --unfinished keep -m customer_id=KNR --melt 'G*' results.csv
