#!/bin/sh
# Runs the examples of README.md and of the manual pages and compares their output.
#
# An example is a line "$ COMMAND" in a literal block (``` in README.md, .Bd -literal in a page), with
# lines "> MORE" behind it where the command goes on. The lines up to the next "$ " or to the end of
# the block are what it must print; standard error is thrown away unless the example redirects it.
# A page's examples run one behind the other in one directory, with samples/ in it. Blocks without a
# line "$ " are not run.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
B=${B:-$top/build}
PATH=$B/bin:$PATH
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# Writes N.cmd and N.want to the directory `to` for each example of a file.
extract() {
    awk -v to="$2" '
        function plain(line) { # what mdoc prints for a line of a literal block
            if (!mdoc) return line
            gsub(/\\&/, "", line)
            gsub(/\\\(dq/, "\"", line)
            gsub(/\\e/, "\\\\", line)
            return line
        }
        FNR == 1 { mdoc = FILENAME !~ /\.md$/ }
        mdoc && /^\.Bd -literal/ { inside = 1; command = ""; next }
        mdoc && /^\.Ed/ { inside = 0; next }
        !mdoc && /^```/ { inside = !inside; command = ""; next }
        !inside { next }
        { line = plain($0) }
        line ~ /^\$ / {
            command = to "/" ++n ".cmd"
            want = to "/" n ".want"
            print substr(line, 3) > command
            printf "" > want
            begun = 0
            next
        }
        command == "" { next }
        line ~ /^> / && !begun { print substr(line, 3) > command; next }
        { begun = 1; print line > want }
    ' "$1"
}

for page in "$top"/README.md "$top"/man/*.[157]; do
    name=${page##*/}
    mkdir -p "$work/$name/run"
    cp -R "$top/samples" "$work/$name/run/samples"
    extract "$page" "$work/$name"
    n=1
    while [ -e "$work/$name/$n.cmd" ]; do
        example=$work/$name/$n
        (cd "$work/$name/run" && exec sh "$example.cmd" >"$example.got" 2>/dev/null </dev/null)
        # The last line may lack its end: a failed stream does.
        [ -z "$(tail -c 1 "$example.got")" ] || echo >>"$example.got"
        if cmp -s "$example.want" "$example.got"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            printf 'not ok: %s: $ %s\n' "$name" "$(cat "$example.cmd")"
            diff -u "$example.want" "$example.got" | sed 's/^/    /'
        fi
        n=$((n + 1))
    done
    case $name in
    README.md | crm-*.1) [ $n -gt 1 ] || {
        failed=$((failed + 1))
        echo "not ok: $name: has no example"
    } ;;
    esac
done
printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
