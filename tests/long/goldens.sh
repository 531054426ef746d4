# Every golden case again under other block sizes, numbers of workers, locales, zones and umasks: the
# bytes must be the same, those of messages, too. Cases that are about block sizes or jobs themselves
# bring their own. crm-rollup, crm-import and crm-score get every size with every number of
# workers; the others every size and every number at least once.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
passed=0
failed=0

# Commands that call the real ones with more options before the user's.
wrap() {
    for command in "$B"/bin/crm-*; do
        printf '#!/bin/sh\nexec %s %s "$@"\n' "$command" "$1" >"$bin/${command##*/}"
        chmod +x "$bin/${command##*/}"
    done
}

# try WHAT COMMAND...: the cases of these commands.
try() {
    what=$1
    shift
    for command in "$@"; do
        set -- "$@" "$here/$command"/*.sh
        shift
    done
    out=$(sh "$here/golden" "$bin" "$@" 2>&1)
    last=$(printf '%s\n' "$out" | tail -n 1)
    p=${last%% *}
    f=${last#* passed, }
    f=${f%% *}
    [ "$f" = 0 ] || printf '%s: %s\n' "$what" "$(printf '%s\n' "$out" | grep '^not ok')"
    passed=$((passed + p))
    failed=$((failed + f))
}

parallel='crm-rollup crm-import crm-score'
others='crm-churn crm-cohort crm-query crm-report crm-segment crm-survey crm-ticket'

for size in 64 65 127 4096 262144; do
    for jobs in 1 2 3 8; do
        wrap "--block-size $size --jobs $jobs"
        case $size:$jobs in
        64:3 | 65:2 | 127:8 | 4096:1 | 262144:3)
            try "block size $size, jobs $jobs" $parallel $others
            ;;
        *)
            try "block size $size, jobs $jobs" $parallel
            ;;
        esac
    done
done
wrap ''
(umask 077 && LC_ALL=tr_TR.UTF-8 TZ=Asia/Shanghai try "umask, locale, zone" $parallel $others && exit "$failed") ||
    failed=$((failed + 1))
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
