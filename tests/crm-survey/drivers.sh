# y = x1 + x2 of two drivers that have nothing to do with each other, with half as much spread in the second:
# x1 1 1 5 5, x2 2 4 2 4, y 1 3 5 7 (= x1 + x2 - 2): sums of squares 16 and 4 of 20: shares of R2 (1) .8 and
# .2, first and last alike; betas 1 and 1; std_beta = sqrt(.8) = .894427, sqrt(.2) = .447214.
# Performance, the share of 4 and 5, is 2 of 4 for both: at their mean, which counts as well done.
cat >answers.csv <<'END'
id,y,x1,x2,x3
1,1,1,2,3
2,3,1,4,3
3,5,5,2,3
4,7,5,4,3
5,7,5,,3
END
crm-survey --drivers y --ces y --csat x1 --csat x2 --replicates 0 answers.csv
# The same twice says nothing new, and shares what it explains alone; the second has no beta. Of all five:
# Sxy 20.8, Sxx 19.2, Syy 27.2: R2 20.8^2 / (19.2 x 27.2) = .828431, half of it .414216, beta 20.8/19.2 =
# 1.08333. x3 never varies.
awk -F, -v OFS=, 'NR == 1 { print $0, "x1b"; next } { print $0, $3 }' answers.csv >same.csv
crm-survey --drivers y --ces y --predictors x1,x1b,x3 --replicates 0 same.csv
# Intervals hold the seed, and neither the order of rows nor the number of workers changes them.
awk 'BEGIN { print "y,a,b"; for (i = 0; i < 60; i++) print i * 7 % 11 "," 1 + i * 7 % 11 % 5 "," 1 + i % 5 }' >many.csv
crm-survey -q --drivers y --nps y --predictors a,b many.csv >one
{ head -n 1 many.csv; tail -n +2 many.csv | sort -r; } >turned.csv
crm-survey -q --drivers y --nps y --predictors a,b --block-size 64 --jobs 3 turned.csv | cmp - one && echo same
crm-survey -q --drivers y --nps y --predictors a,b --seed 2 many.csv | cmp -s - one || echo another seed
# Long answers belong together by response_id: y 1 5 7 and x1 1 5 5. Sxy 40/3, Sxx 32/3, Syy 56/3: R2
# 1600 / 1792 = .892857, beta 40/32.
cat >long.csv <<'END'
response_id,question,answer
1,y,1
1,x1,1
2,y,5
3,x1,5
2,x1,5
4,y,7
4,x1,5
END
crm-survey --drivers y --ces y --csat x1 --replicates 0 long.csv | cut -d, -f1-4,8-
# What cannot be told.
crm-survey --drivers y --csat x1 --replicates 0 answers.csv
crm-survey --drivers y --ces y --replicates 0 answers.csv
crm-survey --drivers y --ces y --predictors y answers.csv
printf 'y,a\n7,1\n7,5\n7,3\n' | crm-survey --drivers y --ces y --predictors a
