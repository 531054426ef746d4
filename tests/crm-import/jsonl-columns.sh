# Proves that --columns names keys that the first record lacks; they stand behind its own, and a key
# that stands there already is not added.
printf '%s\n' '{"customer_id":"1","date":"2024-01-05","amount":5}' \
    '{"customer_id":"2","date":"2024-01-06","amount":6,"note":"x","channel":"shop"}' |
    crm-import -q --columns 'note, channel,date'
