# Proves the default of --max-rejects, 10 %: 1 of 10 rows passes with status 1, 2 of 20 as well, 2 of
# 19 (10.5 %) end the run with status 3 and the failure's mark, so that nobody takes the rest for all.
for all in 10 20 19; do
    {
        echo customer_id,date,amount
        awk -v all=$all 'BEGIN { for (i = 1; i <= all; i++)
            print i ",2024-01-05," (i <= all / 9 ? "?" : i) }'
    } | crm-import --rejects rejects.csv >out
    echo "status $?"
    tail -n 1 out
    echo
done
