# Rules that have no cuts, or different ones for each part of the customers, cannot save them.
for rule in '--method rank' '--method ntile' --nested --by-currency; do
    crm-score --save-thresholds cuts.json $rule
    echo "status $?"
done
ls -A
