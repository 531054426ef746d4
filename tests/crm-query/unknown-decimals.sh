# A number of an unknown column keeps its decimals: it need not be money.
printf 'id,latitude,share\na,51.507351,0.00001\nb,-0.127758,0.99999\n' >t.csv
crm-query -q 'SELECT * FROM t' t.csv
crm-query -q 'SELECT id FROM t WHERE share > 0' t.csv
