# Proves which records below the names are heads. Without the ImportIds, the texts are told by words
# where times should be, or where no times were exported, by an id without R_; with neither, no record
# is skipped; nor is a row that is no head, though a head comes after it. JSON Lines, made with another
# tool, and UTF-16 with tabs, which Qualtrics writes as TSV, go the same way. All print 1 row, R_1.
names='StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,UserLanguage,Q1'
texts='Startdatum,Enddatum,Antworttyp,Fortschritt,Dauer,Fertig,Aufgezeichnet am,Antwort-ID,Sprache,Wie 1 bis 5?'
ids='"{""ImportId"":""startDate""}",,,,,,,"{""ImportId"":""_recordId""}",,"{""ImportId"":""QID1""}"'
row='2024-01-05,2024-01-05,0,100,9,1,2024-01-05,R_1,EN,4'
answer() { crm-import "$@" 2>err | cut -d , -f 8,10 | tail -n +2 && sed -n 's/.*export/heads:/p' err; }
printf '%s\n' "$names" "$texts" "$ids" "$row" | answer
printf '%s\n' "$names" "$ids" "$row" | answer
printf '%s\n' "$names" "$texts" '' "$row" | answer
printf '%s\n' "$names" "$row" | answer
printf '%s\n' "$names" "$texts" "$ids" "$row" | tr , '\t' | iconv -t UTF-16 | answer -t csv
echo 'no times:'
cut='Progress,Duration (in seconds),Finished,ResponseId,DistributionChannel,UserLanguage,Q1'
printf '%s\n' "$cut" 'Fortschritt,Dauer,Fertig,Antwort-ID,Kanal,Sprache,Wie?' '100,9,1,R_1,email,EN,4' |
    crm-import -q
echo 'JSON Lines:'
printf '{"StartDate":"%s","EndDate":"%s","Progress":"%s","Finished":"%s","RecordedDate":"%s","ResponseId":"%s","Q1":"%s"}\n' \
    'Start Date' 'End Date' Progress Finished 'Recorded Date' 'Response ID' 'How?' \
    '{\"ImportId\":\"startDate\"}' '' '' '' '' '' '' 2024-01-05 2024-01-05 100 True 2024-01-05 R_1 4 |
    crm-import -q -t csv
echo 'an answer before the heads:'
printf '%s\n' "$names" "$row" "$texts" | crm-import -q --rejects bad.csv --max-rejects 1 | tail -n +2
cut -d , -f 2,3,4 bad.csv
echo 'nothing behind the heads:'
printf '%s\n' "$names" "$texts" "$ids" | crm-import 2>&1 >out | tail -n 1
