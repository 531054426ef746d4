# --columns: the columns of each input under their canonical names, with types by what the kind knows:
# ids and dates TEXT, money and quantities REAL, whole numbers INTEGER, unknown columns NUMERIC.
cat >orders.csv <<'END'
Order No,Customer,Order Date,Amount,qty,Sales Region
1,007,2024-01-05,12.25,2,north
END
cat >customers.csv <<'END'
客户编号,客户名称,手机号,积分
007,张三,13800000000,10
END
cat >plain.csv <<'END'
region,manager
north,Ann
END
crm-query -q --columns orders.csv customers.csv plain.csv
echo '-- rollup and scores'
crm-rollup -q --sum qty orders.csv | crm-query -q --columns
crm-score -q orders.csv | crm-query -q --columns scores=- -t tsv
