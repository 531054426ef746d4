# Where rows are all that is counted the data still say the same day to look back from. The days are
# those of the rows, not only each customer's first and last: a's 2024-03-30 stands one day behind
# another of a's, not 88 behind b's (January 2 to March 30 of 2024: 29 + 29 + 30), and b's recency is
# those 88 days.
#
# Then 2034-01-01, 3,648 days (10 x 365 + 3 leap days - 5) behind 2024-01-06, stands alone. Of a customer
# the first two days and the last three are looked at: 1, 2, 5, 6, and 2034: (6 - 1) / 3 = 1.7 days apart.
cat >orders.csv <<'END'
customer_id,date,amount
a,2024-03-29,5
a,2024-01-01,5
a,2024-03-30,5
b,2024-01-02,5
END
crm-score -q --unit row orders.csv | cut -d , -f 1-3,9-
cat >typing-error.csv <<'END'
customer_id,date,amount
a,2034-01-01,5
a,2024-01-04,5
a,2024-01-06,5
a,2024-01-02,5
a,2024-01-05,5
a,2024-01-06,5
a,2024-01-01,5
a,2024-01-03,5
END
crm-score --unit row typing-error.csv
echo
crm-score --unit order typing-error.csv
