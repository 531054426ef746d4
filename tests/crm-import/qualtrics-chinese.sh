# Proves a Qualtrics export of a Chinese survey: names of questions and of embedded data in Chinese, the
# number of the customer among them, which goes before ExternalReference; the questions in the second
# line have line breaks, commas and quotes. The preview of the one who made it is left out.
cat >答卷.csv <<'END'
StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,ExternalReference,DistributionChannel,UserLanguage,推荐意愿,满意度_物流,意见,客户编号
开始日期,结束日期,答复类型,进度,持续时间（秒）,已完成,记录日期,答复 ID,外部数据引用,分发渠道,用户语言,"您有多大可能
向同行推荐我们？（0-10）","请评价：""物流""，包装",您的意见,客户编号
"{""ImportId"":""startDate"",""timeZone"":""Asia/Shanghai""}","{""ImportId"":""endDate"",""timeZone"":""Asia/Shanghai""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""Asia/Shanghai""}","{""ImportId"":""_recordId""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3_TEXT""}","{""ImportId"":""客户编号""}"
2024-03-01 09:00:00,2024-03-01 09:05:00,0,100,300,1,2024-03-01 09:05:02,R_甲,x9,email,ZH-S,１０,5,包装很好，谢谢！,０００１７
2024-03-01 09:06:00,2024-03-01 09:07:00,1,100,60,1,2024-03-01 09:07:02,R_乙,,preview,ZH-S,0,1,测试,
END
crm-import 答卷.csv
crm-import -q --melt '推荐意愿,满意度_*' -t jsonl 答卷.csv
