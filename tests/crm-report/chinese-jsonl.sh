# In JSON Lines the keys are the same in both languages, and so are the numbers; texts are in Chinese.
crm-report -q -t jsonl "${0%/*}/twelve.csv" >en
crm-report -q -t jsonl --lang zh "${0%/*}/twelve.csv" >zh
sed -n '/"section":"\(report\|figures\|tiers\|movement\|segments\)"/p' zh
for file in en zh; do # without texts, but for those of the data
    sed 's/:"[^"]*"/:""/g' "$file" >"$file.numbers"
done
cmp en.numbers zh.numbers && echo the same numbers
