# Proves what strict CSV refuses, at the very character: a quote inside a field that does not begin
# with one, text behind a closing quote, a carriage return without line feed. Characters are counted,
# not bytes: 客户 are two.
try() {
    printf "customer_id,date,amount,note\n1,2024-01-05,5,fine\n$1" >orders.csv
    crm-import -q orders.csv
    echo " status $?"
}
try '2,2024-01-06,6,客户 7" screen\n'
try '2,2024-01-06,6,"客户" x\n'
try '2,2024-01-06,6,"a""b"c"\n'
try '2,2024-01-06,6,a\rb\n'
try '2,2024-01-06,6,a\r'
