# The 11 segments of R rfm up to 0.2, as printed, on all 125 cells: the first row that fits. 36 cells are in
# no row and 42 in more than one, so that four segments stay empty: New Customers and Promising (2 cells
# each) lie in Potential Loyalist, Can't Lose Them (1 x 2 x 2 cells) in At Risk, Lost (2
# x 2 x 2) in Hibernating.
awk 'BEGIN {
    print "customer_id,recency_days,frequency,monetary,r,f,m,as_of"
    for (r = 1; r <= 5; r++)
        for (f = 1; f <= 5; f++)
            for (m = 1; m <= 5; m++) print r f m ",1,1,1," r "," f "," m ",2024-06-30"
}' >cells.csv
cat >table <<'END'
Champions|4-5|4-5|4-5
Loyal Customers|2-5|3-5|3-5
Potential Loyalist|3-5|1-3|1-3
New Customers|4-5|1|1
Promising|3-4|1|1
Need Attention|2-3|2-3|2-3
About To Sleep|2-3|1-2|1-2
At Risk|1-2|2-5|2-5
Can't Lose Them|1|4-5|4-5
Hibernating|1-2|1-2|1-2
Lost|1-2|1-2|1-2
END
crm-segment --segments rfm11 cells.csv -o out.csv
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
cut -d , -f 9 out.csv | grep -c 'New Cust\|Promising\|Lose\|Lost' || :
