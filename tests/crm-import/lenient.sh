# Proves that --lenient reads what lax tools wrote, with a warning: a quote inside a field, text
# between closing and opening quote, bare CR as line end; strict rows stay as they are.
printf 'customer_id,date,amount,note\r1,2024-01-05,5,7" screen\r2,2024-01-06,6,"a" "b"\r3,2024-01-07,7,"c,""d"""\r' >lax.csv
crm-import -q lax.csv
echo " status $?"
crm-import --lenient lax.csv
