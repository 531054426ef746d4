# When targets are due, as helpdesks and their users have it.
#   glpi       hours 8-18, four hours from 16:00 are due at 10:00 of the next day (GLPI)
#   chatwoot   Mon-Fri 9-17, one hour from Friday 16:30 is due on Monday 09:30 (Chatwoot #13392)
#   freescout  9-17, four hours from 16:00 are due at 12:00 of the next working day (FreeScout #3756):
#              Monday 2024-01-08 to Tuesday
#   zammad     days of 8 hours, 16 hours are two business days (Zammad's manual): Monday 09:00 to Tuesday
#              17:00, when they are full
#   z390       hours 9-21, 48 hours from Wednesday 23:00 are four days (Zammad #390): Thursday to Sunday
#              21:00; with a holiday on the Friday, one day more
case_of() { # NAME WEEK TARGET OPENED [HOLIDAY]
    printf '{"calendar": {"zone": "UTC", "week": {%s}%s},
        "service": {"targets": [{"name": "%s", "resolution": "%s"}]}}' \
        "$2" "${5:+, \"holidays\": [\"$5\"]}" "$1" "$3" >policy.json
    printf 'ticket_id,opened_at,status\n%s,%s,open\n' "$1" "$4" |
        crm-ticket -q --policy policy.json | sed 1d | cut -d, -f 1,4,14,15
}
case_of glpi '"monday-friday": ["08:00-18:00"]' 4h '2024-01-08 16:00'
case_of chatwoot '"monday-friday": ["09:00-17:00"]' 1h '2024-01-05 16:30'
case_of freescout '"monday-friday": ["09:00-17:00"]' 4h '2024-01-08 16:00'
case_of zammad '"monday-friday": ["09:00-17:00"]' 16h '2024-01-08 09:00'
case_of z390 '"monday-sunday": ["09:00-21:00"]' 48h '2024-01-03 23:00'
case_of z390 '"monday-sunday": ["09:00-21:00"]' 48h '2024-01-03 23:00' 2024-01-05
