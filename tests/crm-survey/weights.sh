# Weights 2, 1, 1 for 10, 8, 0: promoters 2/4, detractors 1/4: 25. n_effective 16/6 = 2.66667, design
# effect 3/2.66667 = 1.125. Wald with it: variance .75 - .0625 = .6875, over 2.66667, root .507752: -74.5
# and 124.5, the latter cut off at 100.
#   mean 28/4 = 7; error, linearised: sqrt(3/2 (4 x 9 + 1 + 49)) / 4 = sqrt(129)/4 = 2.83945; t(2) = 4.302653:
#   far beyond the scale. sd sqrt(3/2 (2 x 9 + 1 + 49) / 4) = sqrt(25.5) = 5.04975
#   median: half of the weight, 2, lies below 10 and half above 8: 9
cat >answers.csv <<'END'
score,w,one,none
10,2,1,
8,1,1.0,
0,1.000,1,
END
crm-survey -q -t jsonl --nps score --weight w --interval wald answers.csv
# Weights of 1 change nothing but the two columns that tell of them.
crm-survey -q --nps score --weight one answers.csv | cut -d, -f1-4,7- >one
crm-survey -q --nps score answers.csv >plain
cmp one plain && echo same
# Decimals are exact: ten times .1 is as much as 1.
awk 'BEGIN { print "score,w"; print "0,1"; for (i = 0; i < 10; i++) print "10,0.1" }' >tenths.csv
crm-survey -q --nps score --weight w tenths.csv | cut -d, -f3,5-7
# None is no weight; 0 does not count; below 0 is wrong.
try() { crm-survey --nps score "$@" | cut -d, -f3-8; }
try --weight none answers.csv
printf 'score,w\n0,1\n10,0\n9,1e-3\n' | try --weight w
printf 'score,w\n0,1\n10,-1\n' | try --weight w
printf 'score,w\n0,1\n10,1000001\n' | try --weight w
try --weight gone answers.csv
