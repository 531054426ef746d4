# Proves that files of other formats are refused with one line that says what they are and what to
# do, whatever their names. Each is told by the first bytes of its own specification.
try() {
    printf "$1" >"$2"
    crm-import "$2" >out || echo "$2: status $?"
}
entry='PK\003\004\024\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\023\000\000\000'
try "${entry}[Content_Types].xml <Types> ${entry}xl/workbook.xml" orders.xlsx
try 'PK\003\004\024\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\010\000\000\000rows.csv' orders.zip
try '\320\317\021\340\241\261\032\341 workbook' 'my orders.xls'
try '<html><table><tr><td>customer_id' page.xls
try '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook>' book.xml
try '(\265/\375 zstd' orders.csv.zst
try '\3757zXZ\000 xz' orders.csv.xz
try 'BZh91AY&SY' orders.csv.bz2
try 'PAR1\025\004' orders.parquet
try 'SQLite format 3\000' shop.db
try '%%PDF-1.7' report.pdf
try '[\n {"customer_id": 1},\n' orders.json
printf '\3757zXZ\000 xz' | crm-import >out
echo "stdin: status $?"
cat out
