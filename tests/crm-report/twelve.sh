# Twelve customers (twelve.csv) on the terminal, each figure by hand. c01 to c11 have bought, c12 is a
# prospect.
#
# Figures. Net revenue 4000 + 1000 + 1200 + 800 + 600 + 400.50 + 300 + 150.25 + 100 + 49.25 - 100 = 8500;
# orders 10 + 8 + 6 + 5 + 5 + 3 + 2 + 1 + 4 + 2 + 1 = 47; average order 8500 / 47 = 180.851.
#
# Tiers. VIP c01 c02: 5000, 2 of 12, median of 5 and 40 days 22.5, of them c02 at risk. Important c03 c04
# c05: 2600, 3 of 12, median of 12 20 90, c04 lapsed. Ordinary c06 to c11: 900, 6 of 12, days 8 15 30 60 70
# 100, median 45; c06 c07 c10 at risk or lapsed: 400.50 + 300 + 49.25 = 749.75. Shares of 8500: 58.8 %,
# 30.6 %, 10.6 %.
#
# Slipping. At risk: c02 c06 c10; down: c03 c07. Movement: a prospect who stays one has not moved; c08 is new
# and c09 back, though neither was there the last time. Up 1000 + 600, down 1200 + 300, same and ordinary
# c06 c10 c11: 400.50 + 49.25 - 100 = 349.75.
#
# Grid. r3 f3 c01; r2 f3 c02; r3 f2 c03 c05 c09 (1900); r1 f2 c04; r3 f1 c08; r2 f1 c06 c10 c11 (349.75);
# r1 f1 c07.
#
# Segments. Loyal c02 c03 c05: 2800; Need Attention c06 c10 c11: 349.75; the others one each. Lifecycle.
# Active c03 c05 c11: 1700; at risk c02 c06 c10: 1449.75, 17.06 %; lapsed c04 c07: 1100, 12.94 %.
#
# Concentration, of 11 buyers whose parts are 1, 1, 2 and 3 whole customers; -100 counts as 0, so the sum is
# 8600: 4000, 4000, 5200 and 6200 of it. Gini: 0 49.25 100 150.25 300 400.5 600 800 1000 1200 4000 with the
# weights -10 -8 ... 10: -394 - 600 - 601 - 600 + 1200 + 3200 + 6000 + 9600 + 40000 = 57805, of 11 x 8600.
crm-report "${0%/*}/twelve.csv"
