# Headers of one's own, and customers that are named by their e-mail address.
cat >orders.csv <<'END'
Kunde,Mail,Datum,Betrag
1,JO@example.com,2024-01-05,"1.234,50"
2,jo@example.com,2024-01-06,1
END
crm-score -q --decimal , -m date=Datum -m amount=Betrag -m customer_id=Kunde orders.csv
crm-score -q --decimal , -m date=Datum -m amount=Betrag -m email=Mail --key email orders.csv
