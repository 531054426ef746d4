# Headers of one's own: --map names them; a header that is not there is an error.
cat >orders.csv <<'END'
Kunde,Beleg,Datum,Betrag
a,1,2024-01-05,"1.234,50"
END
crm-rollup -q --decimal , -m customer_id=Kunde -m order_id=Beleg -m date=Datum -m amount=Betrag \
    orders.csv
crm-rollup -m customer_id=Kundin orders.csv
echo "status $?"
crm-rollup -m kunde=Kunde orders.csv
