# Nothing, one answer, all alike.
try() { crm-survey -q "$@"; echo "$?: $*"; }
: >empty.csv
try --nps q empty.csv
printf 'customer_id,q,date,comment\n' >header.csv
for mode in '' --distribution '--compare --by date' '--control --per month' --followup '--drivers q --csat x' \
    '--repeats last'; do
    sed 's/$/,x/' header.csv >in.csv
    # shellcheck disable=SC2086
    try --nps q $mode in.csv
done
printf 'q\n\n""\n' >blank.csv
crm-survey --nps q blank.csv
printf 'q\n10\n' >one.csv
# One answer: the adjusted interval of 4: p 1.75/4, d .75/4: 25 -+ 1.959964 sqrt((.625 - .0625) / 4) = 73.4986.
try --nps q --scale 0-10 one.csv
try --nps q --scale 0-10 --interval t one.csv
try --ces q --scale 0-10 --direction high one.csv
printf 'q,g,date\n5,a,2024-01-01\n5,a,2024-02-01\n5,b,2024-01-01\n5,b,2024-02-01\n' >same.csv
try --csat q same.csv
try --csat q --compare --by g same.csv
try --csat q --control --per month same.csv
try --drivers q --csat q --ces g same.csv
