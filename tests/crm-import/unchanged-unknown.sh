# Proves that columns the command does not know keep their name, their place and their text: numbers
# and dates in them are not touched, but for blanks at the ends and full width.
cat <<'END' | crm-import -q
Zone, Region Code ,customer_id,date,Due,amount,007
Ａ, 0012 ,1,2024-01-05,5/1/24,5,"1,000.0"
END
