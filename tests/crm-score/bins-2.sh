# Two bins are the halves: amounts 1, 2, 4, 8 are cut at 3.
printf '%s\n' customer_id,date,amount a,2024-01-01,1 b,2024-01-02,2 c,2024-01-03,4 d,2024-01-04,8 |
    crm-score --bins 2
