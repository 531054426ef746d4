# Headers and statuses in Chinese, dates and money as Chinese exports write them.
cat >orders.csv <<'END'
客户编号,订单编号,下单时间,订单状态,实付金额
张三,1,2024年1月5日 10:00,交易成功,"¥1,234.50"
张三,2,2024/1/9,已完成,￥65.5
李四,3,2024-01-10,待付款,9
李四,4,20240111,交易关闭,9
END
crm-rollup orders.csv
