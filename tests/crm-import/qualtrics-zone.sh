# Proves that the time zone in the ImportIds places the times, which stand without one: --tz moves them.
# Denver is -07:00 in January and -06:00 in July: 23:05:01 there is 14:05:01 in Shanghai on the next day
# (23:05 + 15 h), in July 13:05:01. A day without a time stays. Without --tz the wall clock stands, and
# the zone is said; a zone that is not known moves nothing.
names='StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,UserLanguage,Q1'
id='"{""ImportId"":""recordedDate"",""timeZone"":""ZONE""}"'
rows() {
    echo "$names"
    echo ",,,,,,$id,,," | sed "s,ZONE,$1,"
    echo '2024-01-05,2024-01-05,0,100,9,1,2024-01-05 23:05:01,R_1,EN,4'
    echo '2024-07-05,2024-07-05,0,100,9,1,2024-07-05 23:05:01,R_2,EN,4'
    echo '2024-07-05,2024-07-05,0,100,9,1,2024-07-05,R_3,EN,4'
}
rows America/Denver | crm-import --tz Asia/Shanghai | cut -d , -f 7,8
rows America/Denver | crm-import | cut -d , -f 7,8
rows Nowhere/Land | crm-import --tz Asia/Shanghai | cut -d , -f 7,8
