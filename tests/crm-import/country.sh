# Proves that --country reads national numbers (trunk 0 off), and that without it they stay as their
# digits. 13812345678 is a mobile number of China (11 digits); 021 6234 5678 one of Shanghai; an area
# code is needed.
printf 'customer_id,name,phone\n1,a,138-1234-5678\n2,b,(021) 6234 5678\n3,c,8613812345678\n4,d,+49 30 12345678\n5,e,6234 5678\n' >customers.csv
crm-import -q customers.csv
crm-import --country CN customers.csv
printf 'customer_id,name,phone\n1,a,030 12345678\n' | crm-import -q --country de
