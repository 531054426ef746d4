# What --breaks cannot be.
for breaks in x=1 r r= r=3,2 r=one r=1e3; do
    crm-score --breaks $breaks
    echo "status $?"
done
