# A wrong command line: status 2, a hint, and nothing on standard output.
try() {
    crm-rollup "$@"
    echo "status $?"
}
try --currencies EUR
try --frobnicate
try -x
try --by
try --quiet=yes
try --jobs none
try --jobs 0
try --delimiter ab
try --decimal x
try --encoding klingon
try --limit row=many
try --limit colour=3
try --from xls
