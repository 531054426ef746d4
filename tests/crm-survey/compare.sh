# Two groups of NPS: a 6 promoters, 2 passives, 2 detractors: 40; b 3, 3, 4: -10.
#   z, plain: variances .8 - .16 = .64 and .7 - .01 = .69, over 10: root of .133 .364692; 50 -+ 71.4782:
#      -21.4782, 121.478; z .5 / .364692 = 1.37102
#   chi-square: expected 4.5 2.5 3 each: 2 (2.25/4.5 + .25/2.5 + 1/3) = 1.86667, 2 degrees: p = exp(-.933333)
#      = .393241
# CSAT: a 8 of 10, b 3 of 10: difference .5; pooled .55: z .5 / sqrt(.2475 / 5) = 2.24733, chi-square its
#   square 5.05051; limits by Newcombe: Wilson of 8/10 is .490162 .943318, of 3/10 .107789 .603222:
#   .5 - sqrt(.309838^2 + .303222^2) = .066476, .5 + sqrt(.143318^2 + .192209^2) = .739759
# CES: a 7 6 5 6, b 3 4 5 4 (others none): means 6 and 4, variances 2/3: t = 2 / sqrt(1/3) = 3.46410, 6 degrees;
#   -+ 2.446912 x .577350 = 1.41273. Ranks: a 8 6.5 4.5 6.5 = 25.5, b 10.5; H = 12/72 (162.5625 + 27.5625) -
#   27 = 4.6875, ties of 2 three times: over 1 - 18/504 is 4.86111
cat >answers.awk <<'END'
BEGIN {
    print "who,score,ok,ease"
    for (i = 1; i <= 10; i++) print "a," (i <= 6 ? 9 : i <= 8 ? 8 : 0) "," (i <= 8 ? 4 : 1) "," (i <= 4 ? substr("7656", i, 1) : "")
    for (i = 1; i <= 10; i++) print "b," (i <= 3 ? 10 : i <= 6 ? 7 : 6) "," (i <= 3 ? 5 : 2) "," (i <= 4 ? substr("3454", i, 1) : "")
}
END
awk -f answers.awk >answers.csv
crm-survey --nps score --csat ok --ces ease --by who --compare --interval wald answers.csv -o wald.csv
crm-query -q 'SELECT kind, measure, a, b, n_a, n_b, value_a, value_b, difference FROM wald' wald.csv
crm-query -q 'SELECT kind, measure, low, high, test, statistic, freedom, p FROM wald' wald.csv
# By default the adjusted scores are compared, 4/13 and -1/13: .384615, with the error
# sqrt((9.5/13 - .094675 + 8.5/13 - .005917) / 13) = .314279: z 1.2238, .384615 -+ .615976. The difference
# itself stays 50.
crm-survey -q --nps score --csat ok --by who --compare answers.csv -o out.csv
crm-query -q 'SELECT kind, measure, difference, low, high, statistic, p FROM out' out.csv
# q of Benjamini and Hochberg over all pairs of the run, here two: the smaller p doubled, the larger as it is.
crm-query -q 'SELECT measure, p, q FROM out WHERE q IS NOT NULL' out.csv
