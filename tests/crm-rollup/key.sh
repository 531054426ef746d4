# Without a customer id --key names who it is: the first column that is filled, folded.
cat >orders.csv <<'END'
Email,Mobile,date,amount
JO@Example.com,,2024-01-05,1
jo@example.com ,07700 900037,2024-01-06,2
,+44 7700 900037,2024-01-07,4
,,2024-01-08,8
END
crm-rollup --key email,phone --country GB orders.csv
