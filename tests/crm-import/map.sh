# Proves --map: a header that no synonym knows, one that is taken from another canonical name, one with
# an equals sign in it; the last word for a kind other than the file's is no error.
printf 'Kunde,Bestelltag,Betrag,Preis=netto,Date\n17,2024-01-05,5,4,2024-02-01\n' >orders.csv
crm-import -m customer_id=Kunde -m date=Bestelltag -m amount=Betrag -m cost=Preis=netto \
    -m ticket_id=Kunde orders.csv
