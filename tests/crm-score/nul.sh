# A NUL byte: not a text file, or damaged.
printf 'customer_id,date,amount\na,2024-01-05,1\nb,2024-\0001-05,1\n' | crm-score
