# Proves --encoding: Western European and traditional Chinese are never guessed (an umlaut in
# Windows-1252 is half a Chinese character in GB18030), so the command asks for the name.
printf 'Customer,Date,Amount,Item\n1,2024-01-05,5,M\374ller \200 5\n' >west.csv
printf '\253\310\244\341\275s\270\271,\244\351\264\301,\252\367\303B,\263\306\265\371\n17,2024-01-05,12.5,\301\302\301\302\n' >big5.csv
crm-import -q west.csv
echo " status $?"
crm-import -q --encoding windows-1252 west.csv
crm-import -q --encoding big5 --map customer_id=客戶編號 --map amount=金額 big5.csv
