# --compare with periods: each with the one before, of all and within groups; groups over all periods.
#   all 2024-01: 10 0 -> 0; 2024-02: 9 8 -> 50; 2024-03: 10 -> 100
#   north 2024-01: 10, 2024-02: 9, 2024-03: 10; south 2024-01: 0, 2024-02: 8
cat >answers.csv <<'END'
date,region,score
2024-01-05,north,10
2024-01-06,south,0
2024-02-05,north,9
2024-02-06,south,8
2024-03-05,north,10
END
crm-survey -q --nps score --by region --per month --compare answers.csv -o out.csv
crm-query -q 'SELECT kind, within, a, b, n_a, n_b, value_a, value_b, difference FROM out' out.csv
crm-survey -q --nps score --per month --compare answers.csv | cut -d, -f1-11
crm-survey --nps score --compare answers.csv
