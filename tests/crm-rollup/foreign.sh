# A spreadsheet by another name is refused with a hint.
printf 'PK\003\004 and so on' >orders.csv
crm-rollup orders.csv
