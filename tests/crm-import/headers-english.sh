# Proves that English headers are known in any case, with underscores, hyphens, stars and camel case,
# and that a bare id is the record's own: the order's, the customer's.
printf 'ID,CustomerID,order-date,QTY*,Unit_Price,e-mail\n1,17,2024-01-05,2,3,a@example.com\n' | crm-import
printf 'ID,Full Name,E-mail Address,Zip\n007,Anna,a@example.com,01234\n' | crm-import
