# Standard input can be one table only.
printf 'k\n1\n' | crm-query 'SELECT * FROM a' a=- b=-
echo "status $?"
