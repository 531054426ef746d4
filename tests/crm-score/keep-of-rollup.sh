# A column kept by name is not written twice: it moves before the other unknown ones.
printf '%s\n' customer_id,date,amount a,2024-01-05,1 | crm-rollup -q |
    sed '1s/$/,region,rep/; 2s/$/,north,Wu/' | crm-score -q --keep rep | cut -d , -f 1,16-
