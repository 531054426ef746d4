# Proves that a Qualtrics export is read as the answers that it holds. Of 7 records below the names two
# are heads (the texts of the questions, one with line breaks, and the ImportIds); 5 rows are read. One
# is a preview, one spam: 5 = 3 + 2. The third response is unfinished: it is kept, and said.
# ResponseId, RecordedDate, ExternalReference and RecipientEmail become canonical; questions keep their
# names, one called Score, too. Blocks of 1 byte give the same bytes; the clean table melts into the
# same answers as the export, and is taken by other commands.
cat >answers.csv <<'END'
StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q1_NPS_GROUP,Q2_1,Score
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,"How likely is it that you
recommend us, from 0 to 10?",How likely is it - Group,"Please rate:
- Delivery in 2024","And the price?"
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID3""}"
2024-01-05 09:00:00,2024-01-05 09:05:00,IP Address,192.0.2.1,100,300,True,2024-01-05 09:05:01,R_1aB,Doe,Jo,Jo.Doe@Example.com,00017,51.5,-0.1,email,EN,9,Promoter,4,3
2024-01-05 09:10:00,2024-01-05 09:11:00,Survey Preview,,100,60,True,2024-01-05 09:11:01,R_2aB,,,,,,,preview,EN,0,Detractor,1,1
2024-01-06 10:00:00,2024-01-06 10:02:00,IP Address,192.0.2.7,60,120,False,2024-01-13 10:02:05,R_3aB,Roe,Al,,00018,,,email,EN,7,Passive,,
2024-01-06 10:30:00,2024-01-06 10:30:02,Spam,192.0.2.8,100,2,True,2024-01-06 10:30:03,R_4aB,,,,,,,anonymous,EN,10,Promoter,5,5
2024-01-07 08:00:00,2024-01-07 08:03:00,Imported,,100,180,True,2024-01-07 08:03:01,R_5aB,,,,,,,anonymous,EN,2,Detractor,2,1
END
crm-import answers.csv >clean.csv
cat clean.csv
crm-import -q --block-size 1 answers.csv | cmp - clean.csv
crm-import -q --melt 'Q*,Score' answers.csv >long.csv
crm-import -q --melt 'Q*,Score' clean.csv | cmp - long.csv
crm-query -q -t jsonl 'SELECT count(*) AS n, sum(Q1) AS sum FROM clean' clean.csv
