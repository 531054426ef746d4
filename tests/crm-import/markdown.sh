# Proves the Markdown table: aligned, numbers right by the rule's colon, bars escaped.
cat <<'END' | crm-import -q -t md
customer_id,name,date,amount,x|y
1,青岛|永利,2024-01-05,5,
20,a,2024-01-06,6.5,|
END
