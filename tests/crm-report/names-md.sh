# A name in Markdown is no HTML, and a bar in it ends no cell.
cat >rows.csv <<'END'
customer_id,name,recency_days,frequency,monetary,r,f,m,tier,lifecycle
1,<script>alert(1)</script>,1,1,900,1,1,1,<b>VIP</b>,at risk
2,A | B,1,1,800,1,1,1,<b>VIP</b>,at risk
END
crm-report -q -t md rows.csv >report.md
grep -c '<script\|<b>' report.md
grep -c 'script.*alert(1)' report.md
grep -c 'A .| B ' report.md
