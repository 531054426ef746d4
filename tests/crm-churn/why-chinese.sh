# The same customers under Chinese and English headers give the same table: orders, tickets, surveys and
# customers, whose level and region stay as they are written. c1 to c6 churned: 6 of 12. 投诉: c1 to c5,
# all churned; of the others 1 of 7: 5.5 x 6.5 / (0.5 x 1.5) = 47.6667, Fisher 14 / C(12,6) = 14 / 924.
# Tea and the level 普通 have c1 to c6, 6 of 6 and none: 6.5^2 / 0.5^2 = 169, 2 / 924. Discounts (1, 0) and
# regions go by turns: 3 of 6 both, odds 1. Eight tests: 2/924 x 8/4, 14/924 x 8/5, 1.
# Untested: 4 bands of order_value (10 ... 120) and of tenure, 3 each; low, middle and high, 4 each; late,
# c4 and c5, whose answers took 4 and 5 days: 12. The channel before the cut is one for all.
english() {
    echo customer_id,date,amount,category,channel,discount
    orders
}
chinese() {
    echo 客户编号,下单时间,实付金额,品类,渠道,优惠金额
    orders
}
orders() {
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        echo "c$i,2024-06-$((i + 10)),$((i * 10)),$([ $i -le 6 ] && echo 茶叶 || echo 咖啡),门店,$((i % 2))"
        [ $i -le 6 ] || echo "c$i,2024-09-28,10,茶叶,网店,0"
    done
}
english >orders.csv
chinese >订单.csv
tickets() {
    for i in 1 2 3 4 5; do
        echo "$i,c$i,2024年6月20日,2024年6月2$i日,已关闭"
    done
}
{ echo ticket_id,customer_id,opened_at,first_response_at,status; tickets; } >tickets.csv
{ echo 工单编号,客户编号,投诉时间,首次响应时间,工单状态; tickets; } >投诉.csv
surveys() {
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "c$i,2024-06-30,$i"; done
}
{ echo customer_id,date,score; surveys; } >surveys.csv
{ echo 客户编号,回访日期,满意度; surveys; } >问卷.csv
customers() {
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        echo "c$i,王$i,$([ $i -le 6 ] && echo 普通 || echo 金卡),$([ $((i % 2)) = 0 ] && echo 上海 || echo 北京),2024-01-$((i + 9)),4001000000$i"
    done
}
{ echo customer_id,name,tier,region,created_at,WeChat; customers; } >customers.csv
{ echo 客户编号,客户姓名,客户等级,地区,注册时间,微信; customers; } >客户.csv
why() {
    crm-churn --why --as-of 2024-10-31 --cut 2024-06-30 --g2 90 "$@"
}
why orders.csv tickets=tickets.csv surveys=surveys.csv customers=customers.csv 2>english.txt >english.csv
why 订单.csv tickets=投诉.csv surveys=问卷.csv customers=客户.csv | tee chinese.csv
cmp english.csv chinese.csv && echo the same
