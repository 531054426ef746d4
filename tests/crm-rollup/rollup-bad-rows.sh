# What a rollup's row can be wrong in: period, dates, counts, money, customer.
head=customer_id,period,first_date,second_date,last_date,prev_date,prev2_date,rows,orders,days,amount,first_amount,gap_sq,gap_max,refunds,refund_amount
row() {
    printf '%s\n' $head "$1" | crm-rollup --by month
    echo
}
row a,2024-13,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
row a,2024-01,2024-01-01,,,,,1,1,1,1.00,1.00,0,0,0,0.00
row a,2024-01,2024-01-02,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
row a,2024-01,2024-01-01,,2024-01-01,,,1,1.5,1,1.00,1.00,0,0,0,0.00
row a,2024-01,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,much
row ,2024-01,2024-01-01,,2024-01-01,,,1,1,1,1.00,1.00,0,0,0,0.00
