# The 10 segments of R rfm 0.3.0, in their order, on all 125 cells, beside the published table: the first row
# that fits. Its gaps (10 cells) and overlaps (58) are said.
awk 'BEGIN {
    print "customer_id,recency_days,frequency,monetary,r,f,m,as_of"
    for (r = 1; r <= 5; r++)
        for (f = 1; f <= 5; f++)
            for (m = 1; m <= 5; m++) print r f m ",1,1,1," r "," f "," m ",2024-06-30"
}' >cells.csv
cat >table <<'END'
Champions|5|5|5
Potential Loyalist|3-5|3-5|2-5
Loyal Customers|2-4|2-4|2-4
Promising|3-4|1-3|3-5
New Customers|4-5|1-3|1-5
Can't Lose Them|1-2|3-4|4-5
At Risk|1-2|2-5|4-5
Need Attention|1-3|3-5|3-5
About To Sleep|2-3|1-3|1-4
Lost|1|1-5|1-5
END
crm-segment --segments rfm10 cells.csv -o out.csv
sed 1d out.csv | awk -F , '
    BEGIN {
        while ((getline line <"table") > 0) {
            split(line, part, "|")
            name[++rules] = part[1]
            for (d = 1; d <= 3; d++) {
                low[rules, d] = substr(part[d + 1], 1, 1)
                high[rules, d] = substr(part[d + 1], length(part[d + 1]))
            }
        }
    }
    {
        n = 0
        first = "Others"
        for (i = rules; i >= 1; i--) {
            holds = 1
            for (d = 1; d <= 3; d++) if ($(d + 4) < low[i, d] || $(d + 4) > high[i, d]) holds = 0
            if (holds) { n++; first = name[i] }
        }
        if (first == $9) same++
        if (n == 0) none++
        if (n > 1) several++
        if ($9 == "Others") others = others " " $1
    }
    END {
        print NR " cells, " same " as the table says, " none " in no row, " several " in more than one"
        print "Others:" others
    }'
