# Proves a Chinese LimeSurvey export with codes as heads and a semicolon between cells: a question called
# 满意度 stays a question, though the name is known as an answer; so do 意见 and 日期. The response that
# was not submitted is excluded: 3 = 2 + 1.
cat >结果.csv <<'END'
id;submitdate;lastpage;startlanguage;seed;startdate;datestamp;客户编号;满意度;NPS[SQ1];意见;日期
12;2024-03-01 09:05:02;2;zh-Hans;8812;2024-03-01 09:00:00;2024-03-01 09:05:02;００１７;5;9;很好，谢谢;周一
13;;1;zh-Hans;8813;2024-03-01 10:00:00;2024-03-01 10:01:00;0018;1;;;
14;2024-03-02 08:00:00;2;zh-Hans;8814;2024-03-02 07:55:00;2024-03-02 08:00:00;0019;4;10;;周二
END
crm-import 结果.csv
