# A zone that there is not, and one that is none.
crm-rollup --tz Mars/Olympus
echo "status $?"
crm-rollup --tz ../etc/passwd
