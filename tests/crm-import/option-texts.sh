# Proves the usage errors of options whose value has a form: --decimal, --delimiter, --country,
# --encoding, --tz, --as-of, --key, --kind.
for option in '--decimal ;' '--delimiter ab' '--delimiter "' '--country CHN' '--encoding klingon' \
    '--encoding UTF-8//IGNORE' '--tz Mars/Base' '--tz ../etc/passwd' '--as-of tomorrow' \
    '--as-of 5/1/2024' '--as-of 2024-02-30' '--key name' '--kind shops' '--kind rollup'
do
    crm-import $option
    echo "status $?"
done
