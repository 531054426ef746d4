# A title of one's own, in every form; in HTML it is text, in JSON Lines a string.
report() {
    crm-report -q --title 'Tiers of "A & B" <1>' "$@" "${0%/*}/twelve.csv"
}
report | head -n 4
report -t md | head -n 3
report -t jsonl | head -n 1
report -t html --no-charts | grep '<title>\|<h1>'
report --lang zh | head -n 2
