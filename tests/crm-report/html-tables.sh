# Tables of the page: as many rows as those of twelve.sh, each cell once.
crm-report -q -t html --no-charts "${0%/*}/twelve.csv" -o report.html
awk '/<h2>/ { title[++n] = $0 } /<tr><td/ { rows[n]++ }
    END { for (i = 1; i <= n; i++) print rows[i] + 0, title[i] }' report.html
grep '<tr><td class="text[a-z ]*">VIP</td><td class="n' report.html
grep '<li>' report.html
