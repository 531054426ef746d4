# Proves that ids are text: leading zeros, all 19 digits and any letters stay; what spreadsheets put
# around them (an apostrophe, ="...") goes, and so do blanks and full width.
cat <<'END' | crm-import -q
customer_id,order_id,sku,date,amount
00017,9223372036854775807,000,2024-01-05,5
'00018,"=""0042""",1e5,2024-01-05,5
 A-1 ,１２３,'x,2024-01-05,5
1.5,0.10,-,2024-01-05,5
END
