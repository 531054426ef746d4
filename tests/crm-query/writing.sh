# SQL only reads: whatever would write, or reach another file or a setting, is refused.
printf 'k,n\na,1\n' >t.csv
for sql in "INSERT INTO t VALUES ('b', 2)" "UPDATE t SET k = 'b'" 'DELETE FROM t' 'DROP TABLE t' \
    'CREATE TABLE x (a)' 'CREATE TEMP TABLE x (a)' 'CREATE VIEW x AS SELECT * FROM t' \
    'CREATE VIRTUAL TABLE x USING fts5(a)' "ATTACH 'new.db' AS new" "VACUUM INTO 'new.db'" \
    'PRAGMA user_version' 'SELECT * FROM pragma_user_version' 'BEGIN' 'REINDEX' 'ANALYZE' \
    "SELECT load_extension('x')"; do
    crm-query "$sql" t.csv
    echo "status $?"
done
ls
