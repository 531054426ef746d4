# A wrong command line: status 2, a hint, and nothing on standard output.
try() {
    crm-score "$@"
    echo "status $?"
}
try --tresholds cuts.json
try --frobnicate
try -z
try --bins
try --nested=yes
try --unit=orders
try --jobs 0
try --as-of yesterday
try --tz Mars/Olympus
try --key name
try - -
try customers=x.csv
