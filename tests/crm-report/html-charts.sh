# The charts and what they say to those who cannot see them, figures as in twelve.sh: tiers, movement, grid,
# Lorenz curve. Nothing is fetched, nothing runs, nothing refers to another part of the page: the only
# address is the name of SVG.
crm-report -q -t html "${0%/*}/twelve.csv" -o report.html
grep -o '<figure[^>]*>' report.html
grep -c '<svg' report.html
grep -ci '<script\|src=\|url(\|@import\|href="[^d]\| id=\| on[a-z]*=' report.html
grep -o 'http[^"]*' report.html
# Without moves there are three, without scores two; with --no-charts none.
cut -d , -f 1-15 "${0%/*}/twelve.csv" | crm-report -q -t html | grep -c '<figure'
sed 's/,[1-3],[1-3],[1-3],2024/,,,,2024/' "${0%/*}/twelve.csv" >scoreless.csv
cut -d , -f 1-15 scoreless.csv | crm-report -q -t html | grep -c '<figure'
crm-report -q -t html --no-charts "${0%/*}/twelve.csv" | grep -c '<figure\|<svg\|remark">' || :
