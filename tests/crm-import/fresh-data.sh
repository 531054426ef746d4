# Proves that against the data themselves an export is fresh by definition, whatever the size of the
# pieces: as-of is then the latest day of a counted order, 2024-12-01, though it stands alone.
printf 'customer_id,date,amount\n1,2024-01-01,5\n4,2024-12-01,5\n2,2024-01-03,5\n3,2024-01-05,5\n5,2024-12-24,-5\n' >orders.csv
for option in '--block-size 1' '--block-size 4096'; do
    crm-import --fresh 7d $option orders.csv | wc -l
done
