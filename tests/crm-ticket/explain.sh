# What the columns mean, on standard error.
printf 'ticket_id,opened_at,status\n1,2024-01-01 10:00,open\n' | crm-ticket --explain --per year | cut -d, -f 1,2
