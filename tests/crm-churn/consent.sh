# Consent, given to the candidates of a shop by their rank, in English and Chinese words:
#
#   rank  consent_email  consent_sms  do_not_call  email  phone   email  sms  phone  any
#   1     yes            no           yes          x      x       yes    -    -      yes
#   2     是             是           是           x      x       yes    yes  -      yes
#   3     同意           y            no           x      -       yes    -    -      yes
#   4     TRUE           1            -            -      x       -      yes  yes    yes
#   5     no             subscribed   true         x      x       -      yes  -      yes
#   6     否             不同意       否           x      x       -      -    yes    yes
#   7     -              -            -            x      x       -      -    yes    yes
#   8     no             no           1            x      x       -      -    -      -
#   9     Opted in       Yes          Y            x      -       yes    -    -      yes
#   10    has no row                                              -      -    -      -
#
# By email 1, 2, 3, 9; by SMS 2, 4, 5; by phone 4, 6, 7; by any 1 to 7 and 9.
list() {
    crm-churn --as-of 2024-06-30 --g2 60 --winback 1000 --holdout 0 "$@" "$SAMPLES/shop/orders.csv"
}
list -q 2>&1 >all.csv
candidates=$(($(wc -l <all.csv) - 1))
cat >consent.csv <<'END'
yes,no,yes,x@example.net,07700900001
是,是,是,x@example.net,07700900002
同意,y,no,x@example.net,
TRUE,1,,,07700900004
no,subscribed,true,x@example.net,07700900005
否,不同意,否,x@example.net,07700900006
,,,x@example.net,07700900007
no,no,1,x@example.net,07700900008
Opted in,Yes,Y,x@example.net,
END
{
    echo customer_id,consent_email,consent_sms,do_not_call,email,phone
    sed 1d all.csv | cut -d, -f 3 | head -n 9 | paste -d, - consent.csv
} >customers.csv
for channel in email sms phone any; do
    echo $channel
    list --channel $channel customers=customers.csv 2>notices.txt -o list.csv
    crm-query -q "SELECT a.rank FROM l JOIN a USING (customer_id) ORDER BY l.rank" l=list.csv a=all.csv |
        sed 1d | paste -s -d ' ' -
    left=$((candidates - $(sed 1d list.csv | wc -l)))
    grep -c "$candidates candidates, $left without consent for the channel" notices.txt
done
list customers=customers.csv 2>/dev/null | cmp - list.csv && echo any by default
# Without the columns nobody has allowed email or SMS; nobody has refused a call.
crm-query -q "SELECT customer_id, phone FROM customers" customers.csv -o phones.csv
for channel in email sms phone; do
    list -q --channel $channel customers=phones.csv | sed 1d | wc -l
done
