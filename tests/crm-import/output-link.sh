# Proves that -o through a symbolic link replaces the file behind it, and keeps its mode.
printf 'customer_id,date,amount\n1,2024-01-05,5\n' >orders.csv
echo old >real.csv
chmod 640 real.csv
ln -s real.csv link.csv
crm-import -q -o link.csv orders.csv
cat real.csv
ls -l real.csv link.csv | cut -c 1-10
