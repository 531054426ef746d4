# Numbers that are none, or too large, and days that are none: the place, and no file.
header=customer_id,recency_days,frequency,monetary,r,f,m,as_of,first_date,last_date,prev_date,prev2_date,days,gap_max
row=a,1,1,5.00,5,5,5,2024-06-30,2024-01-01,2024-01-02,2024-01-01,,2,1
try() {
    printf '%s\n' $header "$1" | crm-segment -q -o out.csv
    echo "status $?"
}
try $(echo $row | sed 's/5.00/much/')
try $(echo $row | sed 's/5.00/1e999/')
try $(echo $row | sed 's/5.00/922337203685477.5808/')
try $(echo $row | sed 's/5.00/5.00001/')
try $(echo $row | sed 's/5,5,5/x,5,5/')
try $(echo $row | sed 's/5,5,5/5,-1,5/')
try $(echo $row | sed 's/5,5,5/5,5,4.5/')
try $(echo $row | sed 's/5,5,5/5,5,99999999999999999999/')
try $(echo $row | sed 's/,2024-01-02,/,2024-13-02,/')
try $(echo $row | sed 's/,2,1$/,2.5,1/')
try $(echo $row | sed 's/,2,1$/,2,-1/')
try $(echo $row | sed 's/^a/ /')
try $row,extra
# What is not looked at is not read: recency_days and frequency, in no condition here.
printf '%s\n' $header $row | sed 's/^a,1,1,/a,soon,often,/' | crm-segment -q | sed 1d | cut -d , -f 2,3,15-
ls -A
