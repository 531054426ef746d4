# Proves the place in messages: FILE:LINE:COLUMN: FIELD, the physical line on which the cell begins
# (records may span lines), the character in it (not the byte), the name as the header has it.
cat >orders.csv <<'END'
客户编号,下单日期,实付金额,备注
1,2024-01-05,5,"两
行"

客户２,2024-01-06,"六
",x
END
crm-import -q orders.csv
