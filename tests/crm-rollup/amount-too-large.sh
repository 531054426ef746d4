# One amount that does not fit.
printf '%s\n' customer_id,date,amount a,2024-01-10,922337203685477.5808 | crm-rollup
