# Names with quotes, line ends, commas and what a sheet would run come through as they are, out of the
# scored rows, the customers and the last output, and into the moves; with --formula-guard an ' stands
# before what begins like a formula. A tier may have such a name, too.
cat >scores.csv <<'END'
customer_id,name,recency_days,frequency,monetary,r,f,m,as_of
"a,b","Ann ""the"" Lamb, Ltd",1,1,600,5,5,5,2024-06-30
"c
d","two
lines",1,1,300,5,5,5,2024-06-30
=1+1,,1,1,100,5,5,5,2024-06-30
END
cat >customers.csv <<'END'
customer_id,name
=1+1,"@SUM(""x"")"
"'z'","<script>alert('z')</script>"
END
cat >previous.csv <<'END'
customer_id,name,tier,tier_rank
"a,b",old,"the ""best"", so far",1
"gone
too","-2+3",ordinary,3
END
cat >policy.json <<'END'
{"tiers": [{"name": "the \"best\", so far", "when": "monetary > 500"}, {"name": "two\nlines", "when": "monetary > 200"},
           {"name": "=rest"}]}
END
crm-segment -q scores.csv customers=customers.csv --policy policy.json --previous previous.csv \
    --moves moves.csv -o out.csv
cat out.csv
cat moves.csv
crm-segment -q scores.csv customers=customers.csv --policy policy.json --previous previous.csv \
    --moves guarded.csv --formula-guard | grep -o "'[-=@][^,]*"
grep -o "'[-=@][^,]*" guarded.csv
# The output is an input again, to the byte.
grep -v script out.csv >in.csv
crm-segment -q in.csv --policy policy.json --previous previous.csv | cmp - in.csv
