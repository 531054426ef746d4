# Conditions that try to reach beyond the row: refused before a row is read, and no file appears.
printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of a,1,1,1,1,1,1,2024-06-30 >scores.csv
try() {
    printf '{"tiers": [{"name": "a", "when": "%s"}]}\n' "$1" >policy.json
    crm-segment -q --policy policy.json scores.csv -o out.csv
    echo "status $?"
}
try "1) FROM row; ATTACH DATABASE 'evil.db' AS e; --"
try "1; ATTACH DATABASE 'evil.db' AS e"
try "(SELECT count(*) FROM pragma_database_list) > 0"
try "load_extension('evil')"
try "writefile('evil', 'x')"
try "readfile('/etc/passwd') IS NOT NULL"
try "random() > 0"
try "current_date > '2024'"
try "1) FROM row; CREATE TABLE evil (x); --"
try "(SELECT evil FROM other)"
ls -A
# 'now' is nobody's business: NULL.
echo '{"tiers": [{"name": "now", "when": "date(\u0027now\u0027) IS NOT NULL"}, {"name": "never"}]}' >policy.json
crm-segment -q --policy policy.json scores.csv | cut -d , -f 10
