# 20 tickets of A, of which 18 in breach; 20 of B, of which 4; 2 of C, one in breach, and one open that is
# not due yet and does not count, one overdue that does. All are due after 1 h.
#   Wilson, z = 1.959964, z^2 = 3.841459, of 18/20: middle (.9 + 1.920729/20) / (1 + .192073) = .835550,
#   half width 1.959964 / 1.192073 sqrt(.09/20 + 3.841459/1600) = .136583: .698967 to .972133
#   of 4/20: (.2 + .0960365) / 1.192073 = .248338; 1.644166 sqrt(.16/20 + .0024009) = .167680: .080658 to
#   .416018. C has 2 of 3.
# B lies wholly below A: B ranks first, A second; C overlaps with both and has no rank.
{
    echo ticket_id,opened_at,resolved_at,team,grade
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        # Of grade x are 15 of A and 5 of B.
        a=x b=y
        [ $i -le 15 ] || a=y
        [ $i -gt 5 ] || b=x
        [ $i -le 18 ] && t=02:00 || t=01:00
        echo "$i,2024-01-01 00:00,2024-01-01 $t,A,$a"
        [ $i -le 4 ] && t=02:00 || t=01:00
        echo "$i,2024-01-01 00:00,2024-01-01 $t,B,$b"
    done
    echo 1,2024-01-01 00:00,2024-01-01 00:10,C,y
    echo 2,2024-01-01 00:00,2024-01-01 03:00,C,y
    echo 3,2024-01-01 00:00,,C,y
    echo 4,2024-01-01 02:30,,C,y
} >tickets.csv
echo '{"service": {"targets": [{"name": "hour", "resolution": "1h"}]}}' >policy.json
crm-ticket --policy policy.json --by team tickets.csv | cut -d, -f 1-3,24,32-38
# By the mix: of grade x 15 of A and 4 of B in breach, 19 of 20; of y 3 of A's 5, none of B's 15, 2 of C's
# 3: 5 of 23. Expected of A 15 x .95 + 5 x 5/23 = 15.33696, ratio 18/15.33696 = 1.173636; of B 5 x .95 + 15
# x 5/23 = 8.01087, ratio .499322; of C 3 x 5/23 = .652174, ratio 3.066667. In all 24 are expected, and
# were. Exact limits of 18: 10.66817 and 28.44803, over 15.33696 .69559 and 1.85487.
crm-ticket -q --policy policy.json --by team --adjust grade tickets.csv | cut -d, -f 1,43-46
