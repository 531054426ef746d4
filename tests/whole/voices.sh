#!/bin/sh
# The scripts service-report and satisfaction-report, as crm(7) prints them: of made-up exports their texts must say
# what awk counts in the exports themselves; half a file ends them, and the last report stays.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export LC_ALL=C
manual=$PWD/man/crm.7
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4
passed=0
failed=0

# has WHAT WANT GOT
has() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s: "%s", not "%s"\n' "$1" "$3" "$2"
    fi
}

for name in service-report satisfaction-report; do
    awk -v name="$name" '
        /^\.Bd -literal/ { inside = 1; line = 0; next }
        /^\.Ed/ { inside = mine = 0 }
        inside && ++line == 2 && index($0, "# " name " ") == 1 { mine = 1; print "#!/bin/sh" }
        mine { gsub(/\\&/, ""); gsub(/\\e/, "\\"); print }' "$manual" >$name
    sh -n $name
    has "crm(7) holds $name" '0 #!/bin/sh' "$? $(head -n 1 $name)"
done

# A clock for the scripts: the day is 3 July 2024, a Wednesday; last Sunday was 30 June.
mkdir bin desk shop
cat >bin/date <<'END'
#!/bin/sh
case $* in
+%m) echo 07 ;;
+%Y-%m-01) echo 2024-07-01 ;;
'-d last sunday +%Y-%m-%d') echo 2024-06-30 ;;
*) exec /bin/date "$@" ;;
esac
END
chmod +x bin/date
PATH=$work/bin:$B/bin:$PATH

# Tickets: three a day from 1 May to 2 July; each is answered in two hours, and each fifth is still open. A third is
# about delivery, and so on by number.
cat >desk/policy.json <<'END'
{"calendar": {"zone": "UTC", "week": {"monday-sunday": ["00:00-24:00"]}},
 "service": {"targets": [{"name": "all", "first_response": "1h", "resolution": "5d"}]}}
END
awk 'BEGIN {
    print "ticket_id,customer_id,opened_at,first_response_at,resolved_at,status,category,team"
    for (day = 0; day < 63; day++) {
        at = day < 31 ? sprintf("2024-05-%02d", day + 1) : day < 61 ? sprintf("2024-06-%02d", day - 30) \
             : sprintf("2024-07-%02d", day - 60)
        for (k = 0; k < 3; k++) {
            n++
            open = n % 5 == 0
            printf "T%d,C%d,%s 09:00:00,%s 11:00:00,%s,%s,%s,%s\n", n, n % 20, at, at, \
                open ? "" : at " 15:00:00", open ? "open" : "closed", \
                n % 3 == 0 || n % 7 == 0 ? "delivery" : n % 3 == 1 ? "invoice" : "damage", n % 2 ? "north" : "south"
        }
    }
}' >desk/export.csv
sh service-report desk >mail 2>errors
has "service: status, $(cat errors)" 0 $?
# Of those until 30 June: how many, how many open, all late for the first answer.
awk -F, 'NR > 1 && substr($3, 1, 10) <= "2024-06-30" { n++; open += $6 == "open"; cause[$7]++ }
    END { printf "- Tickets: %d, of which %d are open.\n", n, open; printf "%d\n", cause["delivery"] }' \
    desk/export.csv >want
has 'service: tickets' "$(sed -n 1p want)" "$(grep '^- Tickets' mail)"
has 'service: breaches' '- In breach of the targets: first response 100.0%' \
    "$(sed -n 's/^\(- In breach of the targets: first response [0-9.]*%\).*/\1/p' mail)"
has 'service: delivery' "$(sed -n 2p want)" "$(sed -n '/^Causes$/,$p' mail | awk '$1 == "delivery" { print $2; exit }')"
has 'service: sections' 'First response Resolution Backlog Causes' \
    "$(grep -x 'First response\|Resolution\|Backlog\|Causes' mail | tr '\n' ' ' | sed 's/ $//')"
has 'service: page' 1 "$(grep -c '<h2>Backlog</h2>' desk/service.html)"

# Answers: four a day from 1 January to 2 July, heads of Qualtrics above them. Help hangs on nothing.
awk 'BEGIN {
    print "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,ExternalReference,DistributionChannel,UserLanguage,Q1,Q2,Q3_1,Q3_2,Q3_3"
    print "Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,External Data Reference,Distribution Channel,User Language,Recommend,Satisfied,Delivery,Price,Help"
    for (i = 1; i <= 17; i++)
        printf "\"{\"\"ImportId\"\":\"\"QID%d\"\"}\"%s", i, i < 17 ? "," : "\n"
    for (n = 0; n < 735; n++) {
        ("/bin/date -d \"2024-01-01 + " int(n / 4) " days\" +%Y-%m-%d") | getline at
        d = n % 5 + 1; p = int(n / 5) % 5 + 1; h = int(n / 25) % 5 + 1
        q2 = int((2 * d + p + 2) / 3); q2 = q2 > 5 ? 5 : q2
        printf "%s 09:00:00,%s 09:05:00,IP Address,,100,300,True,%s 09:05:01,R_%d,C%d,email,EN,%d,%d,%d,%d,%d\n", \
            at, at, at, n, n % 90, n % 11, q2, d, p, h
    }
}' >shop/export.csv
sh satisfaction-report shop >mail 2>errors
has "satisfaction: status, $(cat errors)" 0 $?
# NPS of the second quarter: promoters less detractors, of those recorded in it.
awk -F, 'NR > 3 && $8 >= "2024-04-01" && $8 < "2024-07-01" { n++; s += $(NF - 4) >= 9 ? 1 : $(NF - 4) <= 6 ? -1 : 0 }
    END { printf "- NPS of Q1 in 2024-Q2: %.1f, %d\n", 100 * s / n, n }' shop/export.csv >want
has 'satisfaction: NPS' "$(cat want)" "$(sed -n 's/^\(- NPS of Q1 in 2024-Q2: [-0-9.]*\) .*of \([0-9]*\) answers.*/\1, \2/p' mail)"
has 'satisfaction: the best driver is delivery' Q3_1 \
    "$(sed -n '/^No\./,/^$/p' mail | awk '/^[1-9]/ { print $3 + 0, $2 }' | sort -rn | awk 'NR == 1 { print $2 }')"
has 'satisfaction: sections' 4 \
    "$(grep -cx 'Satisfaction and loyalty\|NPS by period\|CSAT by period\|What satisfaction hangs on' mail)"

# Half a file: the last page stays.
cp shop/satisfaction.html before.html
printf 'StartDate,"Q1\n' >shop/export.csv
sh satisfaction-report shop >mail 2>errors
has 'half a file' "$([ $? -gt 1 ] && echo ended)" ended
has 'the last page stays' '' "$(cmp shop/satisfaction.html before.html 2>&1)"

printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
