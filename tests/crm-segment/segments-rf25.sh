# The default table, on all 125 cells of scores: the 25 cells of R by F are in the segments of the published
# expressions, each in exactly one, whatever M. Below, R falls from 5 to 1 and F rises from 1 to 5.
awk 'BEGIN {
    print "customer_id,recency_days,frequency,monetary,r,f,m,as_of"
    for (r = 1; r <= 5; r++)
        for (f = 1; f <= 5; f++)
            for (m = 1; m <= 5; m++) print r f m ",1,1,1," r "," f "," m ",2024-06-30"
}' >cells.csv
crm-segment cells.csv -o out.csv
awk -F , 'NR > 1 { cell[$5 $6] = $9; if ($7 > 1 && $9 != last) print "M matters at", $1; last = $9 }
    END {
        for (r = 5; r >= 1; r--)
            for (f = 1; f <= 5; f++) printf "%s%s", cell[r f], f < 5 ? " | " : "\n"
    }' out.csv
# The expressions, one by one, of R and F side by side.
cat >expressions <<'END'
[12][12]|Hibernating
[12][34]|At Risk
[12]5|Can't Lose
3[12]|About To Sleep
33|Need Attention
[34][45]|Loyal
41|Promising
51|New
[45][23]|Potential Loyalist
5[45]|Champions
END
sed 1d out.csv | awk -F , '
    BEGIN { while ((getline line <"expressions") > 0) { split(line, part, "|"); name[part[1]] = part[2] } }
    {
        n = 0
        for (e in name) if ($5 $6 ~ "^" e "$") { n++; if (name[e] == $9) same++ }
        if (n == 1) once++
    }
    END { print NR " cells, " once " of one expression, " same " in its segment" }'
crm-segment -q --segments rf25 cells.csv | cmp - out.csv
