# --bins takes 2 to 100.
for bins in 1 101 0 five -5; do
    crm-score --bins $bins
    echo "status $?"
done
crm-score --method median
