# Chinese names of tables and columns need no quotes; canonical columns have their canonical names.
# 北京 1200.25 + 99.00 = 1299.25.
cat >订单.csv <<'END'
客户编号,订单编号,下单日期,金额,业务员,积 分
01,A1,2024-01-05,1200.25,张三,5
02,A2,2024-01-06,80.75,李四,7
01,A3,2024-01-07,99.00,张三,9
END
cat >c.csv <<'END'
客户编号,客户名称,城市
01,甲公司,北京
02,乙公司,上海
END
crm-query -q 'SELECT 业务员, count(*) AS 单数, max("积 分") AS 最高 FROM 订单
    GROUP BY 业务员 ORDER BY 单数 DESC' 订单.csv
crm-query -q -t table "SELECT 客户.city AS 城市, sum(o.amount) AS 合计 FROM 订单 o JOIN 客户
    ON o.customer_id = 客户.customer_id WHERE 客户.city LIKE '北%' GROUP BY 1" 订单.csv 客户=c.csv
