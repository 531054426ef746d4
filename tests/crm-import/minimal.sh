# Proves the whole of a plain run: canonical names, dates and money in one form, unknown columns kept
# in their place, order_state added behind, the accounting on stderr.
crm-import <<'END'
Customer ID,Order No,Note,Order Date,Amount Paid
00017,A-1,first,2024/1/5,"1,234.5"
00018,A-2,,20240229,7
END
