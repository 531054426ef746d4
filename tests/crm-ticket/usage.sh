# Words that make no sense, options that do not go together, and inputs that say too little.
printf 'ticket_id,opened_at,status\n1,2024-01-01 10:00,open\n' >tickets.csv
printf 'ticket_id,at,status\n1,2024-01-01 10:00,open\n' >events.csv
printf 'customer_id,name\na,Ann\n' >people.csv
printf 'order,customer,date,amount\n1,a,2024-01-01,9\n' >orders.csv
echo '{"service": {"targets": [{"name": "x", "when": "speed > 3"}]}}' >bad.json
try() {
    crm-ticket -q "$@" -o none.csv
    echo "$?: $*"
}
try --by status --clock business tickets.csv
try --clock wall tickets.csv
try --clock sun tickets.csv
try --unit days tickets.csv
try --at 10:00 tickets.csv
try --at 25:00 --as-of 2024-01-01 tickets.csv
try --at 9:00 --as-of 2024-01-01 tickets.csv
try --per decade tickets.csv
try --by team tickets.csv
try --by status --adjust team tickets.csv
try --keep team tickets.csv
try --policy bad.json tickets.csv
try --policy none.json tickets.csv
try tickets.csv events.csv
try customers=people.csv
try people.csv tickets.csv customers=people.csv
try tickets.csv orders.csv
try tickets=orders.csv
try --as-of 2199-01-01 tickets.csv
try --due --backlog tickets.csv
try --flow states tickets.csv
try --flow rivers events.csv
try --causes tickets.csv
try --causes=status --repeat often tickets.csv
try --repeat 3d tickets.csv
try --control --per none tickets.csv
try --control --unit minutes tickets.csv
try --due --by status tickets.csv
try --due --clock wall tickets.csv
try --adjust status tickets.csv
try --by status --keep status tickets.csv
