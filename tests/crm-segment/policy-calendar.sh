# What a calendar cannot be; in front, one with all that it can have.
try() {
    printf '{"calendar": %s}\n' "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
week() { try "{\"zone\": \"UTC\", \"week\": $1}"; }
days() { try "{\"zone\": \"UTC\", \"week\": {\"monday\": [\"09:00-17:00\"]}, $1}"; }
cat >policy.json <<'END'
{"calendar": {"note": "a", "zone": "Asia/Shanghai",
  "week": {"note": "b", "monday-thursday": ["09:00-12:00", "12:00-12:01", "13:30-24:00"],
           "friday": ["00:00-24:00"], "saturday": []},
  "holidays": ["2026-01-01", "2026-10-01..2026-10-07", "2026-10-01..2026-10-01"],
  "working_days": ["2026-10-10", {"date": "2026-10-11", "hours": ["10:00-15:00"], "note": "c"}]}}
END
crm-segment -q --check policy.json
week '{"saturday-monday": ["09:00-17:00"]}'
try '{"zone": "+05:45", "week": {}, "working_days": [{"date": "2026-10-11", "hours": ["10:00-15:00"]}]}'
try '[]'
try '{"zones": "UTC"}'
try '{"week": {"monday": ["09:00-17:00"]}}'
try '{"zone": 8, "week": {"monday": ["09:00-17:00"]}}'
try '{"zone": "Asia/Peking", "week": {"monday": ["09:00-17:00"]}}'
try '{"zone": "../UTC", "week": {"monday": ["09:00-17:00"]}}'
try '{"zone": "UTC"}'
week '[]'
week '{}'
week '{"monday": []}'
week '{"Monday": ["09:00-17:00"]}'
week '{"mon": ["09:00-17:00"]}'
week '{"monday-": ["09:00-17:00"]}'
week '{"monday-monday": ["09:00-17:00"]}'
week '{"monday-friday-sunday": ["09:00-17:00"]}'
week '{"monday-friday": ["09:00-17:00"], "friday": ["09:00-12:00"]}'
week '{"friday-monday": ["09:00-17:00"], "sunday-tuesday": []}'
week '{"monday": "09:00-17:00"}'
week '{"monday": ["09:00-12:00", 13]}'
for hours in 9:00-17:00 09:00-17 09.00-17:00 09:60-17:00 09:00-24:01 25:00-26:00 24:00-24:00 \
    '09:00 - 17:00' 09:00-17:00x 0900-1700 22:00-06:00 09:00-09:00; do
    week "{\"monday\": [\"$hours\"]}"
done
week '{"monday": ["09:00-12:00", "11:59-17:00"]}'
week '{"monday": ["13:00-17:00", "09:00-12:00"]}'
days '"holidays": "2026-01-01"'
days '"holidays": []'
for day in 2026-1-1 2026-02-29 2026-10 2026 tomorrow 2026-10-01.. ..2026-10-01 2026-10-01...2026-10-02 \
    2026-10-01-2026-10-07 2026-10-07..2026-10-01 2126-01-01 1969-12-31..1970-01-02; do
    days "\"holidays\": [\"2026-01-01\", \"$day\"]"
done
days '"holidays": [20260101]'
days '"working_days": {}'
days '"working_days": ["2026-10-10..2026-10-11"]'
days '"working_days": [5]'
days '"working_days": ["2126-10-10"]'
days '"working_days": ["2026-10-10", "2026-10-11", "2026-10-10"]'
days '"working_days": [{"hours": ["09:00-12:00"]}]'
days '"working_days": [{"day": "2026-10-10"}]'
days '"working_days": [{"date": "2026-10-10", "hours": []}]'
days '"working_days": [{"date": "2026-10-10", "hours": ["12:00-09:00"]}]'
days '"working_days": [{"date": "2026-10-10", "hours": null}]'
try '{"zone": "UTC", "week": {"sunday": []}, "working_days": ["2026-10-10"]}'
ls -A
