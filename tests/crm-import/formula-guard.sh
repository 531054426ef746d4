# Proves --formula-guard: what a sheet would run (= + - @, TAB, CR, LF first) gets an apostrophe, in
# the first, a middle and the last column, also behind full width and quotes; numbers do not. A blank
# at the ends goes before the guard looks. JSON Lines have no sheet to fear.
{
    printf 'note,customer_id,date,amount,text\n'
    for lead in = + - @ '\t' '\r' '\n'; do
        printf "\"${lead}1+1\",\"${lead}A1\",2024-01-05,5,\"${lead}cmd|' /C calc'!A0\"\n"
    done
    printf '%s\n' '＝1+1,1,2024-01-05,5,"""=1"' '-5.00,+3,2024-01-05,-5.00,"-1,234.56"' \
        "-,+,2024-01-05,5,-5-5" "'=1,a=1,2024-01-05,5,+49 30"
} >orders.csv
crm-import -q --formula-guard orders.csv
crm-import -q --formula-guard -t tsv orders.csv | tail -n 1
crm-import -q --formula-guard -t jsonl orders.csv | head -n 1
