# A status with a quote is not put into the command that the message advises: it may be pasted.
printf '%s\n' order,customer,date,amount,status "1,A,2024-01-05,5,x'; touch y; '" | crm-import -q
ls
