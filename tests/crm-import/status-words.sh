# Proves the vocabulary of order statuses, English and Chinese, in any case, with any signs between
# the words: the four states, and the status that pays a whole order back.
cat >orders.csv <<'END'
status,customer_id,date,amount
Completed,1,2024-01-05,5
PAID,1,2024-01-05,5
partially_refunded,1,2024-01-05,5
交易成功,1,2024-01-05,5
已发货,1,2024-01-05,5
Credit-Note,1,2024-01-05,5
return,1,2024-01-05,5
退款,1,2024-01-05,5
Refunded,1,2024-01-05,5
Fully Refunded,1,2024-01-05,5
已退款,1,2024-01-05,5
On Hold,1,2024-01-05,5
pending,1,2024-01-05,5
待付款,1,2024-01-05,5
退款中,1,2024-01-05,5
Canceled,1,2024-01-05,5
VOID,1,2024-01-05,5
交易关闭,1,2024-01-05,5
测试　,1,2024-01-05,5
END
crm-import -q --status 测试=not_counted orders.csv
