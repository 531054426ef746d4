# Proves that customers without an id get one by --key; one who has no key is excluded.
printf 'Name,E-Mail,Mobile\nAnna,Anna@Example.com,\nBo,,+86 138 1234 5678\nCy,,\n' |
    crm-import --key email,phone
