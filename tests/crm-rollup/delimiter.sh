# Semicolon, tab and bar are recognised, others are named; the byte order mark and CR LF are nothing.
for d in ';' '\t' '|'; do
    printf "customer_id${d}date${d}amount\na${d}2024-01-05${d}1\n" | crm-rollup -q | tail -n 1
done
printf 'customer_id~date~amount\na~2024-01-05~1\n' | crm-rollup -q --delimiter '~' | tail -n 1
printf '\357\273\277customer_id,date,amount\r\na,2024-01-05,1\r\n' | crm-rollup -q
