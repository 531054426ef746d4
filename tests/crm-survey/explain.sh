# What stands behind each figure.
printf 'q\n0\n' | crm-survey -q --explain --nps q -o out.csv
