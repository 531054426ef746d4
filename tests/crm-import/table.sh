# Proves the aligned table: numbers right, text left, Chinese and other wide characters counted as two
# columns, control characters as blanks, and a cell wider than 60 pushing its own row only.
cat <<'END' | crm-import -q -t table
customer_id,name,date,amount,quantity,note
00017,青岛永利,2024-01-05,"1,234.5",12,a
8,Zoë,2024-01-06,-3,1.5,"two
lines"
9,ﾊﾝｶｸ,2024-01-07,5,,1234567890123456789012345678901234567890123456789012345678901234567890
10,😀,2024-01-08,5,1,b
END
