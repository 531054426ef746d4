# Tiers are named by the data as well: their names are text in tables, in charts and in the descriptions of
# charts, and do not keep gnuplot from drawing.
sed "s/,VIP/,<b>A\&B<\/b>/g; s/,important/,'tis \`touch trap\` \$(touch trap)/g; s/,ordinary/,rgb(1) rgb(/g" \
    "${0%/*}/twelve.csv" >rows.csv
crm-report -t html rows.csv -o report.html
grep -c '<svg' report.html
grep -o '<figure[^>]*>' report.html | head -n 1
sed "s/’/'/g" report.html | grep -o "<text>\(&lt;b>\|.tis\|rgb(\).*"
grep -c '<b>' report.html
ls
