# Proves how JSON Lines are written: money and other numbers as JSON numbers with their digits, ids as
# strings with leading zeros and all 19 digits, empty as null, control characters escaped.
printf 'customer_id,order_id,date,amount,quantity,note\n007,9223372036854775807,2024-01-05,1234.5,1.500,"a ""b""\n\tc\\\001"\n8,,2024-01-06,-3,,\n' |
    crm-import -q -t jsonl
