# The same rows give the same bytes: twice, from another format, by other blocks and workers, under another
# locale and in another zone.
file=${0%/*}/twelve.csv
crm-report -q -t html "$file" >want.html
grep -c '<svg' want.html
crm-query -q -t jsonl 'SELECT * FROM twelve' "twelve=$file" >rows.jsonl
crm-report -q -t html "$file" | cmp - want.html && echo twice
crm-report -q -t html rows.jsonl | cmp - want.html && echo JSON Lines
crm-report -q -t html --block-size 64 -j 3 "$file" | cmp - want.html && echo blocks
LC_ALL=zh_CN.UTF-8 LANG=de_DE.UTF-8 TZ=Asia/Shanghai crm-report -q -t html "$file" | cmp - want.html &&
    echo locale
{ head -n 1 "$file"; tail -n +2 "$file" | sort -r; } | crm-report -q -t html | cmp - want.html && echo order
