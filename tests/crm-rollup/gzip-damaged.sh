# A wrong check sum at the end, and garbage behind it.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 | gzip -n >good.gz
size=$(wc -c <good.gz)
{ head -c $((size - 8)) good.gz; printf '\1\2\3\4'; tail -c 4 good.gz; } >damaged.gz
crm-rollup damaged.gz 2>err
echo " status $?"
sed 's/at byte [0-9]*/at byte .../' err
{ cat good.gz; echo garbage; } >garbage.gz
crm-rollup garbage.gz 2>err
echo " status $?"
sed 's/at byte [0-9]*/at byte .../' err
