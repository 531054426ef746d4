# SELECT *: every column under its canonical name, in the order of the file; dates and money in their
# normal form; the account says that all rows were taken up.
cat >orders.csv <<'END'
下单日期,客户编号,订单编号,金额,备注
2024年1月5日,000293,XS01,"¥1,234.56",急
2024/1/6,000113,XS02,￥17.25,"a ""b"", c"
END
crm-query 'SELECT * FROM orders' orders.csv
