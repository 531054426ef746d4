# CSAT, a p chart: 10 of 20, 11 of 20, 9 of 20, 20 of 20: centre 50/80 = .625, sd sqrt(.625 x .375 / 20) =
# .108253. z: -1.15470, -.69282, -1.61658, 3.46410; moving ranges .46188, .92376, 5.08068: mean 2.15544, over
# 1.128 is 1.91085, the sigma_z of Laney: limits are .625 -+ 3 x .108253 x 1.91085 = .620569: .00443 and 1.
# NPS, an x-bar chart of 1, 0, -1, on the same: 10 promoters 10 detractors: 0; 11, 9: 10; 9, 11: -10; 20: 100.
# centre 25. Variances (n - 1): 20/19 (1 - 0), 20/19 .99, 20/19 .99, 0: pooled .784211, s .885557, sd .198016;
# z -1.26252 -.757514 -1.76753 3.78757: mean range (.505009 + 1.01002 + 5.55510) / 3 = 2.35671, over 1.128
# 2.08928. Limits 25 -+ 300 x .198016 x 2.08928 = 124.113: cut off at -99.1 and 100.
awk 'BEGIN {
    print "date,score,ok"
    split("10 11 9 20", good, " ")
    for (m = 1; m <= 4; m++) for (i = 1; i <= 20; i++)
        print "2024-0" m "-05," (i <= good[m] ? 10 : 0) "," (i <= good[m] ? 5 : 1)
}' >answers.csv
crm-survey --csat ok --nps score --per month --control answers.csv
# By the first three alone: centre .5, sd .111803; z 0 .447214 -.447214: mean range .67082, sigma_z .594699:
# below 1, not taken. Limits .5 -+ .335410; the fourth is beyond.
crm-survey -q --csat ok --per month --control --baseline 3 answers.csv
# CES: the first four periods have ten 4 and ten 5 each, centre 4.5, sd of answers sqrt(20 x .25 / 19) = .512989;
# no range between them: sigma_z 0. Limits 4.5 -+ 3 x .512989 / sqrt(20) = .344124. Those that follow have 5.5:
# beyond, and from the eighth, December, also a run.
awk 'BEGIN {
    print "date,score,ease"
    for (m = 1; m <= 12; m++) for (i = 1; i <= 20; i++)
        printf "2024-%02d-05,,%d\n", m, (m > 4 ? (i % 2 ? 6 : 5) : (i % 2 ? 5 : 4))
}' >run.csv
crm-survey -q --ces ease --per month --control --baseline 4 run.csv | cut -d, -f3-
crm-survey --csat ok --control answers.csv
