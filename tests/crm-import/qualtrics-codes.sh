# Proves the numbers of Qualtrics' Status, which are sums of bits, and of Finished, in an export of
# values. Previews (1, 17 = 16 + 1, 9 = 8 + 1), tests (2) and synthetic answers (256): 5 excluded as
# preview. The rest of the spam (8, 12 = 8 + 4, 40 = 32 + 8): 3. Kept: 0, 4, 16, 32, 48 = 32 + 16,
# 132 = 128 + 4; and 64 and one in words of another language, which are not known, and said: 8. Of
# these two are unfinished, one by Finished, one by its Progress: --unfinished drop leaves 6.
heads='StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,UserLanguage,Q1'
{
    echo "$heads"
    echo 'Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,User Language,How likely?'
    for status in 0 1 2 4 8 9 12 16 17 32 40 48 64 132 256; do
        finished=$((status != 16))
        echo "2024-01-05,2024-01-05,$status,100,9,$finished,2024-01-05,R_$status,EN,9"
    done
    echo '2024-01-05,2024-01-05,Umfragevorschau,50,9,Falsch,2024-01-05,R_de,DE,9'
} >answers.csv
crm-import answers.csv | cut -d , -f 3,4,6,8
crm-import -q --unfinished drop --summary=summary.json answers.csv | cut -d , -f 8 | tr '\n' ' '
sed 's/.*"rows":{"read"/"read"/; s/,"timing".*//' summary.json
