# Options may stand behind operands; a statement that begins with a hyphen stands behind --.
printf 'k,n\na,1\n' >t.csv
crm-query 'SELECT n FROM t' -q t.csv -t tsv
crm-query -q -- '-- a comment first
SELECT k FROM t' t.csv
crm-query -q '/* a comment */ SELECT k FROM t' t.csv
