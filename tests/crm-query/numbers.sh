# How a computed number is written: a decimal of 4 places as it is, anything else with 6 significant
# digits, or with 4 decimals where that says more.
echo a >t.csv
crm-query -q 'SELECT 1.0 AS one, 0.125 AS eighth, 1.0 / 3 AS third, 200.0 / 3 AS more,
    2e6 / 3 AS much, -1.0 / 3 AS minus, 0.000012345678 AS small, 7 / 2 AS whole, 1e20 AS huge,
    round(2.0 / 3, 2) AS rounded, 9007199254740993 AS long' t.csv
