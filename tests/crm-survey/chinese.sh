# Headers, groups, codes and comments in Chinese, in GB18030, with full-width digits.
cat >answers.csv <<'END'
客户编号,答题时间,区域,推荐分数,满意度,意见
001,2024年1月5日,华东,10,5,很好
002,2024年1月6日,华东,0,不适用,物流太慢
003,2024年2月6日,华南,７,４,
004,2024/2/7,,９,3,快递破损
END
iconv -f UTF-8 -t GB18030 answers.csv >gb.csv
crm-survey --nps 推荐分数 --csat 满意度 --missing 不适用 --by 区域 answers.csv | tee utf8.out | cut -d, -f1-8
crm-survey -q --nps 推荐分数 --csat 满意度 --missing 不适用 --by 区域 --encoding GB18030 gb.csv | cmp - utf8.out && echo same
printf '客户编号,名称,金额,负责人\n002,乙,99.5,王\n' >customers.csv
crm-survey -q --followup --nps 推荐分数 --value 金额 --owner 负责人 answers.csv customers=customers.csv
crm-survey -q --themes --policy "$SAMPLES/policy.json" --nps 推荐分数 answers.csv | cut -d, -f3,4,9
crm-survey -q --nps 推荐分数 --per quarter answers.csv | cut -d, -f2-4
