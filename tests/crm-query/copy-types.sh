# A cell has one type, whether the statement reads a stream or a copy.
cat >t.csv <<'END'
id,v
a,1e5
b,+3
c,12345678901234567890
d,0x10
e,12
f,1.25
g,n/a
h,
END
crm-query -q 'SELECT id, v, typeof(v) AS type FROM t' t.csv >stream
crm-query -q 'SELECT a.id, a.v, typeof(a.v) AS type FROM t a JOIN t b ON a.id = b.id ORDER BY a.rowid' \
    t.csv >copy
diff stream copy && echo the same
