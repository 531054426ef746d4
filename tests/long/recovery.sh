# Builds recovery.c with the library of $B and runs it: a minute or more, which is why it is no unit
# test.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
B=${B:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A library that was built with sanitizers is linked with them, too.
for sanitize in '' '-fsanitize=address,undefined'; do
    if ${CC:-cc} -std=gnu11 -O2 -D_GNU_SOURCE -I"$here/../lib" -I"$here/unit" $sanitize \
        -o "$work/recovery" "$here/long/recovery.c" "$B/libcrm.a" \
        -lgsl -lgslcblas -lm 2>"$work/said"; then
        "$work/recovery"
        exit
    fi
done
cat "$work/said"
echo '0 passed, 1 failed'
exit 1
