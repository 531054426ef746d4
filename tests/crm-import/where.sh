# Proves --where: rows for which the condition is true, by canonical name or the header's, amounts and
# dates compared as such whatever their form (1,000 and 900 are above 30, 7 is not), empty is NULL and
# so not true, ids are text; the others are counted.
cat >orders.csv <<'END'
Customer,Order Date,Sales,Shop Size,Note
007,2024/1/5,"1,000",12,x
7,2024-01-06,7,big,
8,6.2.2024,￥900,3,x
9,2024-02-07,31,,x
END
crm-import --where "amount > 30" orders.csv
crm-import -q --where "customer_id = '007'" orders.csv
crm-import -q --where "date >= '2024-02-01' and note = 'x'" orders.csv
crm-import -q --where "\"Shop Size\" > 2" orders.csv
crm-import -q --where "note is null or Sales = 900" orders.csv
