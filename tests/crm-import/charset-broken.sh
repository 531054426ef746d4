# Proves that a byte that does not fit the encoding is fatal (3), with its offset and line, behind the
# rows before it; --rejects does not help, since what follows is a guess.
#   UTF-8: 24 bytes of header, 15 of row 1, then "2,2024-01-06," is 13 bytes: offset 52, line 3
#   UTF-16: the mark is 2 bytes, then 2 a character: 2 + 2 * 52 = 106
# A byte that comes after the first 1 MiB is found as well.
rows='customer_id,date,amount\n1,2024-01-05,5\n2,2024-01-06,'
printf "$rows"'\3776\n' >utf8.csv
crm-import -q --encoding UTF-8 --rejects bad.csv utf8.csv
echo " status $?"
{ printf '\377\376'; printf "$rows" | iconv -f UTF-8 -t UTF-16LE; printf '\000\3346\000'; } >utf16.csv
crm-import -q utf16.csv
echo " status $?"
printf "$rows"'6\304' >cut.csv
crm-import -q --encoding GB18030 cut.csv
echo " status $?"
{
    echo customer_id,date,amount
    awk 'BEGIN { for (i = 0; i < 80000; i++) print "1,2024-01-05,5" }'
    printf '2,2024-01-06,\377\n'
} >late.csv
crm-import -q late.csv | tail -n 2
