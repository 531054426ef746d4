# Ids that a spreadsheet has given a ".0" are the same customers as without it, in either file.
scores() {
    printf '%s\n' customer_id,recency_days,frequency,monetary,r,f,m,as_of \
        "7$1,1,1,600,5,5,5,2024-06-30" "8$1,1,1,10,5,5,5,2024-06-30"
}
scores >plain.csv
scores .0 >decimal.csv
for monday in plain decimal; do
    crm-segment -q $monday.csv -o previous.csv
    for tuesday in plain decimal; do
        crm-segment -q $tuesday.csv --previous previous.csv --moves moves.csv | sed 1d | cut -d , -f 10-
        sed 1d moves.csv
    done
done
