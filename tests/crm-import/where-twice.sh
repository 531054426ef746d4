# Several --where hold together: of 1..4 with b = a mod 2, a > 1 and b = 0 leave 2 and 4.
printf '%s\n' customer_id,name,a,b 1,x,1,1 2,x,2,0 3,x,3,1 4,x,4,0 |
    crm-import -q --where 'a > 1 -- more' --where 'b = 0'
