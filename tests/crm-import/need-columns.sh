# Proves what transactions cannot be read without: a date, an amount (or quantity and unit_price, or a
# total), a customer (or --key with a column that is there); and customers without an id.
crm-import -q --kind transactions <<'END'
customer_id,amount
END
echo " status $?"
crm-import -q --kind transactions <<'END'
customer_id,date,quantity
END
echo " status $?"
crm-import -q --kind transactions <<'END'
date,amount,email
END
echo " status $?"
crm-import -q --kind transactions --key phone <<'END'
date,amount,email
END
echo " status $?"
crm-import -q --kind customers <<'END'
name,email
END
