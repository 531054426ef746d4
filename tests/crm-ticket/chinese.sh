# Headers, statuses and holidays in Chinese, with the policy of the sample company: 09:00-12:00 and
# 13:30-18:00 on weekdays, 7.5 h a day, Asia/Shanghai. The National Day of 2024 is 10-01 to 10-07; 09-29, a
# Sunday, and 10-12, a Saturday, are worked instead (调休).
#   G1  opened on Saturday 09-28 10:00, which is free; answered on Sunday 09-29 at 10:00: 1 business hour.
#       Resolved on Tuesday 10-08 at 09:30: 7.5 on 09-29, 7.5 on 09-30, 0.5 = 15.5 h; wall 239.5 h.
#   G2  opened 09-30 17:00, resolved 10-08 10:00: 1 + 1 = 2 h; wall 185 h.
#   G3  opened on Saturday 10-12 09:00, worked, resolved on Monday 10-14 09:00: 7.5 h; wall 48.
#   G4  urgent, on the wall, due after 24 h: opened 10-01 00:00, still worked on.
cat >tickets.csv <<'END'
工单号,客户编号,受理时间,首次响应时间,解决时间,工单状态,优先级
G1,000013,2024年9月28日 10:00,2024/9/29 10:00,2024/10/8 9:30,已解决,high
G2,000023,2024-09-30 17:00:00,,2024-10-08 10:00:00,已关闭,normal
G3,000033,2024-10-12 上午9:00,2024-10-12 09:05,2024-10-14 09:00,已解决,normal
G4,000043,2024-10-01 00:00,2024-10-01 00:10,,等待客户,urgent
END
crm-ticket --policy "$SAMPLES/policy.json" tickets.csv
