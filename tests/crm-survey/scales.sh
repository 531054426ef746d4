# A scale is declared, or the answers prove it; else there is no figure.
try() {
    crm-survey "$@" -o out.csv; echo "$?: $*"
    [ -e out.csv ] && crm-query -q 'SELECT n, missing, value FROM out' out.csv
    rm -f out.csv
}
column() { printf 'q\n'; printf '%s\n' "$@"; }
# 1 to 10: by the letter 2 of 4 promoters less 1 detractor, 25; but 0 could perhaps not be answered.
column 1 7 9 10 >ten.csv
try --nps q ten.csv
try --nps q --scale 0-10 ten.csv
try --nps q --scale q=0-10 ten.csv
try --nps q --scale 1-10 ten.csv
column 1 4 5 >five.csv
try --nps q five.csv
# A 0 proves it: 1 of 3 less 2 of 3.
column 0 1 10 >zero.csv
try --nps q zero.csv
# 11 is a code and no enthusiasm. As the best of answers it would make 2 of 3 promoters.
column 0 8 11 11.0 '' >eleven.csv
try --nps q eleven.csv
try --nps q --rejects bad.csv --max-rejects 2 eleven.csv
cat bad.csv
try --nps q --missing 11 eleven.csv
try --nps q --missing q=11,99 eleven.csv
# Between the answers of the scale: 7.5 and 8.9 are passive, 6.9 is not, 9.5 a promoter: (1 - 2) / 5.
column 0 6.9 7.5 8.9 9.5 >between.csv
try --nps q between.csv
# -1 is outside, and no code unless somebody says so.
column 0 9 -1 >minus.csv
try --nps q minus.csv
try --nps q --missing=-1 minus.csv
# Words, and numbers with words behind them.
column 0 n/a N/A 10 >words.csv
try --nps q words.csv
try --nps q --missing n/a words.csv
column 0 '9 - very likely' >label.csv
try --nps q label.csv
column 0 9.00001 >fine.csv
try --nps q fine.csv
# Full width, blanks, a decimal comma.
column 0 '　９' ' 10 ' ７.５ '　' >width.csv
try --nps q width.csv
printf 'q;x\n0;\n7,5;\n9;\n' >comma.csv
try --nps q --decimal , comma.csv
# Satisfaction: 1 to 5 unless it is said otherwise; the best two, or those of --top.
column 5 4 3 1 7 >seven.csv
try --csat q seven.csv
try --csat q --scale 1-7 seven.csv
try --csat q --scale 1-7 --top 3 seven.csv
try --csat q --scale 1-7 --direction low seven.csv
# Thumbs: the best one of two. 0 for a missing answer is none there.
column 1 1 0 '' >thumbs.csv
try --csat q --scale thumbs thumbs.csv
try --csat q --scale thumbs --missing 0 thumbs.csv
try --csat q --scale thumbs --missing q=0 thumbs.csv
# Effort: 1 to 7 if an answer is above 5; the older scale runs the other way.
column 1 2 5 >effort.csv
try --ces q effort.csv
try --ces q --scale 1-5 effort.csv
try --ces q --scale 1-5 --direction low effort.csv
try --ces q --scale 1-7 effort.csv
