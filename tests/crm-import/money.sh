# Proves the forms of amounts that are read, and the one form that is written: a point, two decimals
# at least and four at most.
cat >orders.csv <<'END'
order_id,amount,customer_id,date
plain,1234.5,1,2024-01-05
groups,"1,234,567.89",1,2024-01-05
sign,-5,1,2024-01-05
trailing minus,5-,1,2024-01-05
brackets,(12.50),1,2024-01-05
plus,+3,1,2024-01-05
minus sign,−7.25,1,2024-01-05
wide,１２３．５０,1,2024-01-05
four,0.1234,1,2024-01-05
zeros,1.23450000,1,2024-01-05
point,.5,1,2024-01-05
dot,5.,1,2024-01-05
blank, 8 ,1,2024-01-05
apostrophe,1'234.50,1,2024-01-05
space,1 234.50,1,2024-01-05
least,-922337203685477.5807,1,2024-01-05
most,922337203685477.5807,1,2024-01-05
nothing,-0,1,2024-01-05
END
crm-import -q orders.csv
