# --key is made of three columns; a wrong one, and a country that there is not.
crm-rollup --key name
echo "status $?"
crm-rollup --country Britain
