# A gnuplot that fails, that says nothing, that says something else: as if there were none.
mkdir bin
for does in 'exit 3' 'cat >/dev/null' 'cat >/dev/null; echo "<svg></svg>"' 'echo "</svg><svg"; cat' \
    'kill -9 $$'; do
    printf '#!/bin/sh\n%s\n' "$does" >bin/gnuplot
    chmod +x bin/gnuplot
    PATH=$PWD/bin:$PATH crm-report -t html "${0%/*}/twelve.csv" -o report.html
    echo "status $?, $(grep -c '<svg\|<figure' report.html) charts, $(grep -c 'remark">' report.html) line"
done
