# All combinations that occur, all together first; periods by time; a cell without a group has a name.
#   all      10 7 9 8 0 9: 3 of 6 less 1: 33.3333; satisfied 5 4 5 of 5: .6
#   north    shop 10 0: 0, web 9: 100       south  shop 9: 100, web 8: 0       (missing) web 7: 0
#   January  10 9 0: 33.3333                February  7 8: 0                   one has no date
cat >answers.csv <<'END'
date,region,channel,score,ok
2024-01-05,north,shop,10,5
2024-02-28,,web,7,
2024-01-31,north,web,9,4
2024-02-01,south,web,8,2
2024-01-01,north,shop,0,1
,south,shop,9,5
END
show() {
    crm-survey "$@" answers.csv -o out.csv && cut -d, -f"$fields" out.csv
}
fields=1-7
show --nps score --csat ok --by region,channel
fields=1-6
show --nps score --per month
show --nps score --by channel --per quarter
# Few answers are left out, and counted: south has 2, (missing) 1.
show --nps score --by region --least 3
# Weeks of ISO 8601: 2024-12-30 is a Monday, of the first week of 2025; 2027-01-03 a Sunday, of 2026-W53.
printf 'date,score\n2024-12-29,0\n2024-12-30,10\n2025-01-05,9\n2027-01-03,8\n2027-01-04,8\n' >weeks.csv
crm-survey -q --nps score --per week weeks.csv | cut -d, -f3,4,6
crm-survey -q --nps score --per day weeks.csv | cut -d, -f3,4,6
crm-survey -q --nps score --per year weeks.csv | cut -d, -f3,4,6
