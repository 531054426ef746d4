# Dates of options are written year first; another form would be a guess.
crm-rollup --since 1/5/2024
echo "status $?"
crm-rollup --until tomorrow
