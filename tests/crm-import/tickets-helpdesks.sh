# Proves that the exports of helpdesks are told and cleaned by their own headers, shortened: Zendesk,
# Freshdesk, Jira Service Management, GLPI, and two Chinese ones. Their durations (First response time in
# hours, Resolution time) are no times, and stay. An issue's key is its id, not the number beside it.
crm-import <<'END'
Summation column,Id,Requester,Requester id,Requester email,Assignee,Group,Status,Priority,Ticket type,Created at,Assigned at,Solved at,Resolution time,First reply time in minutes
1,0042,Jo Doe,7001,Jo@Example.com,Ann,Level 1,Solved,High,Problem,2024-01-05 09:30,2024-01-05 09:31,2024-01-06 10:00,24,12
END
crm-import <<'END'
Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,First response time (in hrs),Resolution time (in hrs),Full name,Email,Contact ID
17,"Broken, again",Closed,Urgent,Email,Problem,Ann,Repairs,2024-01-05 09:30:00,2024-01-06 09:30:00,2024-01-05 15:00:00,2024-01-07 15:00:00,2024-01-07 15:00:00,2024-01-05 09:45:10,00:15:10,05:30:00,Jo Doe,JO@example.com,70012345678
END
crm-import <<'END'
Summary,Issue key,Issue id,Issue Type,Status,Priority,Resolution,Assignee,Reporter,Created,Updated,Resolved,Custom field (Satisfaction)
No light,HELP-9,10009,Service Request,Done,High,Done,ann,jo,2024-01-05 09:30,2024-01-06 10:00,2024-01-06 10:00,5
END
crm-import <<'END'
ID;Title;Entity;Status;Last update;Opening date;Priority;Requester - Requester;Assigned to - Technician;Category;Closing date
12;Printer;Root;Closed;2024-01-06 10:00;2024-01-05 09:30;High;Jo Doe;Ann;Hardware;2024-01-06 10:00
END
crm-import <<'END'
工单ID,工单标题,工单分类,工单状态,工单优先级,客户编号,手机号,创建时间,受理客服,受理客服组,完结时间
0091,发错货,售后,已完结,紧急,0017,138 1234 5678,2024年1月5日 上午9:30,小王,售后一组,2024/1/6 10:00:00
END
crm-import <<'END'
投诉编号,客户编号,产品名称,投诉分类,提交时间,首次响应时间,办结时间,经办人,处理组
T1,0017,铁观音,物流,2024-01-05 09:30,2024-01-05 10:00,2024-01-06 10:00,小李,物流组
END
