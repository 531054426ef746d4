# Every golden case again under other block sizes, numbers of workers, locales, zones and umasks: the
# bytes must be the same. Cases that are about block sizes or jobs themselves bring their own.
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

try() {
    out=$(sh "$here/golden" "$bin" "$here"/crm-rollup/[a-m]*.sh "$here"/crm-score/[a-m]*.sh \
        "$here"/crm-import/[a-m]*.sh 2>&1)
    last=$(printf '%s\n' "$out" | tail -n 1)
    p=${last%% *}
    f=${last#* passed, }
    f=${f%% *}
    [ "$f" = 0 ] || printf '%s: %s\n' "$*" "$(printf '%s\n' "$out" | grep '^not ok')"
    passed=$((passed + p))
    failed=$((failed + f))
}

for size in 64 65 127 4096; do
    for jobs in 1 2 3 8; do
        wrap "--block-size $size --jobs $jobs"
        try "block size $size, jobs $jobs"
    done
done
wrap ''
(umask 077 && LC_ALL=tr_TR.UTF-8 TZ=Asia/Shanghai try "umask, locale, zone" && exit "$failed") ||
    failed=$((failed + 1))
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
