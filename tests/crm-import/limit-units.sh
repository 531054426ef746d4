# Proves that a ceiling can be written plainly or with K, M and G: 1K is 1,024 bytes, so a note of
# 1,024 passes and one of 1,025 does not; 5,000,000,000 bytes are no usage error.
note=$(head -c 1024 /dev/zero | tr '\0' x)
printf "customer_id,date,amount,note\n1,2024-01-05,5,$note\n" >good.csv
printf "customer_id,date,amount,note\n1,2024-01-05,5,${note}x\n" >bad.csv
crm-import -q --limit field=1K good.csv | wc -c
crm-import -q --limit field=1K bad.csv
echo " status $?"
crm-import -q --limit row=1M --limit bytes=2G good.csv | wc -c
crm-import -q --limit bytes=5000000000 good.csv | wc -c
