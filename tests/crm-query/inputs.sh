# Inputs in TSV, JSON Lines, gzip and GB18030, joined: formats are told by the bytes.
printf 'k\tn\na\t1\nb\t2\n' >t.tsv
printf '{"k":"a","m":10}\n{"k":"b","m":null}\n' >u.jsonl
printf 'k,v\na,x\n' | gzip >v.csv.gz
printf 'k,w\na,\261\261\276\251\nb,\311\317\272\243\n' >w.csv # 北京, 上海 in GB18030
crm-query -q 'SELECT t.k, n, m, v, w FROM t LEFT JOIN u ON u.k = t.k LEFT JOIN v ON v.k = t.k
    JOIN w ON w.k = t.k ORDER BY 1' t.tsv u.jsonl v.csv.gz w.csv
