# NPS of published counts. 19 promoters, 10 passives, 7 detractors of 36: 12/36 = 33.3333
#   Wald      variance 26/36 - (1/3)^2 = .611111, over 36, root .130290; -+ 1.959964 x it: 7.79709, 58.8696
#   adjusted  39: p 19.75/39, d 7.75/39, score 12/39 = .307692; variance 27.5/39 - .094675 = .610454, over 39,
#             root .125111; -+ .245212: 6.24801, 55.2905
#   t         variance .611111 / 35 = .0174603, root .132137; t(35) = 2.030108: 6.50800, 60.1587
cat >answers.awk <<'END'
BEGIN {
    print "who,score"
    for (i = 0; i < 19; i++) print "a," (i % 2 ? 9 : 10)
    for (i = 0; i < 10; i++) print "a," (i % 2 ? 7 : 8)
    for (i = 0; i < 7; i++) print "a," i
    for (i = 0; i < 5; i++) print "b,10"
    for (i = 0; i < 50; i++) print "c,9"
    for (i = 0; i < 30; i++) print "c,7"
    for (i = 0; i < 20; i++) print "c,0"
}
END
awk -f answers.awk >answers.csv
show() {
    crm-survey -q "$@" -o out.csv && crm-query -q "SELECT who, n, value, low, high FROM out" out.csv
}
# b, all promoters: Wald has no width, the adjusted one does: p 5.75/8, d .75/8, score .625, variance .8125 -
# .390625 = .421875, over 8, root .229640: .625 -+ .450086, cut off at 100.
# c: 30; Wald -+ 1.959964 sqrt((.7 - .09) / 100): 14.6922, 45.3078; adjusted 103: 30/103, variance 71.5/103 -
# .084834 = .609341: 14.0511, 44.2013.
show --nps score --by who answers.csv
show --nps score --by who --interval wald answers.csv
show --nps score --by who --interval t answers.csv
# CSAT: 42 of 50 chose 4 or 5: .84, Wilson .714858 to .916626, as of 42/50 everywhere.
#   mean (8 x 3 + 20 x 4 + 22 x 5) / 50 = 4.28; squares 8 x 1.6384 + 20 x .0784 + 22 x .5184 = 26.08, over 49
#   .532245, root .729551; -+ t(49) 2.009575 x .729551 / 7.071068 = .207337: 4.07266, 4.48734
#   median between the 25th, 4, and the 26th, 4
awk 'BEGIN { print "csat"; for (i = 0; i < 50; i++) print (i < 8 ? 3 : i < 28 ? 4 : 5) }' >csat.csv
crm-survey -q -t jsonl --csat csat csat.csv
# CES: 7, 6, 5, 4: mean 5.5, sd sqrt(5/3) = 1.29099, t(3) = 3.182446: 5.5 -+ 2.054260, cut off at 7; 5 to 7
# are 3 of 4: .75, Wilson .300642 to .954413; median between 5 and 6
printf 'ease\n7\n6\n5\n4\n' | crm-survey -q -t jsonl --ces ease
