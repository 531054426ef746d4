#!/bin/sh
# crm-import on the files of public CSV test suites that readers disagree about, that are malformed,
# or that a fuzzer made: no crash, no hang, an exit status from 0 to 4, a message with each failure,
# and the same bytes at every size of block. Needs $CRM_DATA (../shared/data); passes without.
# What the files hold is tests/unit/conformance_test.c's business.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
CRM_DATA=${CRM_DATA:-../shared/data}
export CRM_DATA
if [ ! -e "$CRM_DATA/csv_conformance/manifest.jsonl" ]; then
    echo 'skipped: no data'
    echo '0 passed, 0 failed'
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# result OK WHAT: counts a check, and names it where it failed.
result() {
    if [ "$1" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok: $2"
    fi
}

# run NAME FILE OPTION...: what it wrote and its status into NAME.
run() {
    name=$1
    file=$2
    shift 2
    timeout 5 "$B/bin/crm-import" --plain --kind interactions "$@" "$file" \
        >"$work/$name.out" 2>"$work/$name.err"
    rc=$?
    echo "status $rc" >>"$work/$name.err"
}

# The status is one of ours, and a failure has its message and an end that no reader accepts.
sound() {
    [ "$rc" -le 4 ] || return 1
    [ "$rc" -le 1 ] || grep -q '^crm-import: ' "$work/$1.err" || return 1
    [ "$rc" -lt 3 ] || grep -q '"crm-import stopped' "$work/$1.out"
}

# check FILE OPTION...: at three sizes of block.
check() {
    file=$1
    shift
    run whole "$file" "$@"
    sound whole
    result $? "crm-import $* $file: status $rc"
    for size in 64 127; do
        run block "$file" --block-size $size "$@"
        cmp -s "$work/whole.out" "$work/block.out" && cmp -s "$work/whole.err" "$work/block.err"
        result $? "crm-import $* --block-size $size $file differs"
    done
}

"$B/unit/conformance_test" robust invalid target >"$work/files"
while read -r file; do
    check "$file"
    check "$file" --lenient
done <"$work/files"
[ "$passed" -gt 0 ]
result $? 'conformance_test names the files'
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
