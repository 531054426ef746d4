# Ten weeks with 5, 4, 6, 5, 4, 6, 5, 4, 25 and 3 tickets, the last not over. As individuals, of the nine: mean
# 64/9 = 7.11111; moving ranges 1 2 1 1 2 1 1 21 = 30, mean 3.75; 2.66 x 3.75 = 9.975: from below
# 0 to 17.0861, so that 25 is beyond. The week without an end has no part in it.
# One of each week but the ninth, in which 15, is in breach: 1/5 ... The p chart's centre is 23/64 = .359375; a week
# of 4 has sd sqrt(.359375 x .640625 / 4) = .239908, times sigma_z. z of the weeks: (1/5 - .359375)/.214580 = -.742731,
# (1/4 - ...)/.239908 = -.455904, (1/6 ...)/.195884 = -.983788, ..., (15/25 ...)/.095963 = 2.507478 (of 25).
# Ranges of z: .286827 .527884 .241057 .286827 .527884 .241057 .286827 2.963382, in all 5.361741, mean
# .670218; over 1.128: .594164. Eight weeks in a row below the centre are a run.
{
    echo ticket_id,opened_at,resolved_at
    week=0
    for n in 5 4 6 5 4 6 5 4 25 3; do
        day=$(printf '%s\n' 2024-01-01 2024-01-08 2024-01-15 2024-01-22 2024-01-29 2024-02-05 2024-02-12 \
            2024-02-19 2024-02-26 2024-03-04 | sed -n "$((week + 1))p")
        late=1
        [ $n != 25 ] || late=15
        i=1
        while [ $i -le $n ]; do
            [ $i -le $late ] && hour=15 || hour=11
            echo "$week-$i,$day 10:00,$day $hour:00"
            i=$((i + 1))
        done
        week=$((week + 1))
    done
} >tickets.csv
echo '{"service": {"targets": [{"name": "all", "resolution": "4h"}]}}' >policy.json
crm-ticket --policy policy.json --control tickets.csv
# Months; and a week in which nothing was opened is one with 0 tickets.
crm-ticket -q --control --per month tickets.csv
grep -v 2024-01-15 tickets.csv | crm-ticket -q --control | sed -n 1,5p
# Until as of, though nothing came any more.
sed -n '1,6p' tickets.csv | crm-ticket -q --control --as-of 2024-01-22
