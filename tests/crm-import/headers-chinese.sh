# Proves that headers in Chinese are known by kind, with blanks, brackets, the unit 元 and full width
# around them: orders, customers, follow-ups, complaints and answers.
try() {
    crm-import
    echo
}
try <<'END'
客户编号,订单编号,下单时间,付款时间,订单状态,实付金额（元）,退款金额,币种,数量,单价(元),商品名称,渠道
00017,A1,2024/1/5,2024/1/5,交易成功,12.5,,CNY,1,12.50,茶,门店
END
try <<'END'
客户编号,客户名称,联系人,手机号,邮箱,客户等级,建档日期,备注
00017,青岛永利,李㛃,13812345678,kehu@example.net,A,2023年3月26日,　老客户　
END
try <<'END'
跟进编号,客户编号,跟进时间,跟进方式,跟进人,跟进记录
1,00017,2024/1/5 10:30,电话,王,已联系
END
try <<'END'
工单编号,客户编号,投诉时间,处理状态,投诉类型,处理人
1,00017,2024/1/5,处理中,物流,王
END
try <<'END'
答卷编号,客户编号,答题时间,评分
1,00017,2024/1/5,9
END
