# Proves that a table with a bare id, a time and a status is not taken for tickets where it has amounts, or
# nothing that a helpdesk writes: orders and customers are told.
printf 'id,created at,status,amount,customer\n1,2024-01-05,paid,5,7\n' | crm-import
printf '编号,创建时间,状态,客户编号,金额\n1,2024-01-05,已完成,7,9\n' | crm-import
printf 'id,name,state,email,created\n1,Jo,Kent,jo@example.com,2024-01-05\n' | crm-import
printf 'id,created,status,priority,customer\n1,2024-01-05,open,high,7\n' | crm-import
