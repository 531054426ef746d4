# Words that are none, and options that do not go together.
printf 'customer_id,date,q,r,g,n\na,2024-01-10,0,1,x,1\nb,2024-02-10,9,5,y,1\n' >in.csv
try() {
    crm-survey "$@"
    echo "$?: $*"
}
try in.csv
try --nps s in.csv
try --nps q --nps q in.csv
try --nps q --csat q in.csv
try --nps '' in.csv
try --nps q --scale r=1-5 in.csv
try --nps q --csat r --scale 1-5 in.csv
try --nps q --scale 5-1 in.csv
try --nps q --scale 0-200 in.csv
try --csat r --scale r=many in.csv
try --nps q --direction low in.csv
try --csat r --direction up in.csv
try --csat r --top 0 in.csv
try --csat r --top 5 in.csv
try --nps q --top q=1 in.csv
try --nps q --missing '' in.csv
try --nps q --missing q= in.csv
try --nps q --missing s=1 in.csv
try --nps q --by city in.csv
try --nps q --by n in.csv
try --nps q --per hour in.csv
try --nps q --interval wilson-cc in.csv
try --csat r --interval t in.csv
try --nps q --distribution --compare in.csv
try --nps q --control in.csv
try --nps q --baseline 3 in.csv
try --nps q --followup --by g in.csv
try --nps q --themes --repeats last in.csv
try --nps q --seed 1 in.csv
try --nps q --value r in.csv
try --nps q --previous in.csv in.csv
try --nps q --drivers q in.csv
try --nps q --repeats last --map customer_id=g -q --by g in.csv
try --nps q transactions=in.csv
