# Proves that --fresh does not take an export without any order for fresh, and says so in words.
printf 'customer_id,date,amount\n' | crm-import -q --as-of 2024-01-08 --fresh 2d
