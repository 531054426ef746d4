# What service targets cannot be; in front, some with all that they can have.
try() {
    printf '{%s"service": %s}\n' "$calendar" "$1" >policy.json
    crm-segment -q --check policy.json -o out.csv
    echo "status $?"
}
target() { try "{\"targets\": [{\"name\": \"first\", \"when\": \"a = 1\"}, $1]}"; }
calendar='"calendar": {"zone": "UTC", "week": {"monday": ["09:00-17:00"]}}, '
try '{"note": "a", "targets": [
  {"name": "urgent", "when": "priority = 1", "first_response": "30m", "resolution": "2d", "clock": "business"},
  {"name": "night", "when": "a > 1", "first_response": "87600h", "clock": "wall", "note": "b"},
  {"name": "none"}],
 "status": {"open": ["reopened", "重新打开"], "waiting": ["pending", "等待客户"], "resolved": ["solved"],
            "closed": ["closed", "done"], "note": "c"}}'
calendar=
target '{"name": "wall", "resolution": "3650d", "clock": "wall"}'
target '{"name": "by default", "resolution": "5256000m"}'
try '{"status": {"waiting": ["on hold"]}}'
target '{"name": "business", "resolution": "4h", "clock": "business"}'
target '{"name": "a", "clock": "Wall"}'
target '{"name": "a", "clock": ""}'
target '{"name": "first"}'
target '{"resolution": "4h"}'
target '{"name": "a", "response": "4h"}'
target '{"name": "a", "when": "(a = 1"}'
for time in '"4"' '"h"' '""' '"1.5h"' '"0h"' '"-4h"' '"4 h"' '"4H"' '"2w"' '"1h30m"' 4 null '"87601h"' \
    '"3651d"' '"5256001m"' '"99999999999999999999m"'; do
    target "{\"name\": \"a\", \"first_response\": $time}"
done
target '{"name": "a", "resolution": "soon"}'
try '[]'
try '{"target": []}'
try '{"targets": []}'
try '{"targets": [5]}'
try '{"waiting": ["pending"]}'
try '{"status": ["pending"]}'
try '{"status": {"pending": ["pending"]}}'
try '{"status": {"waiting": "pending"}}'
try '{"status": {"waiting": []}}'
try '{"status": {"waiting": ["pending", ""]}}'
try '{"status": {"waiting": ["pending", "*"]}}'
try '{"status": {"waiting": ["pending"], "closed": ["done", "Pending"]}}'
try '{"status": {"waiting": ["on hold", "On_Hold"]}}'
ls -A
