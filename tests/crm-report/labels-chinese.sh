# Rows that crm-segment labelled in Chinese give the same report as those in English, in both languages.
sed 's/,Champions,/,冠军客户,/; s/,Loyal,/,忠诚客户,/; s/,At Risk,/,有风险客户,/; s/,Hibernating,/,沉睡客户,/
    s/,Need Attention,/,需关注客户,/; s/,New,/,新晋客户,/; s/,Promising,/,有前景客户,/
    s/,important/,重要/g; s/,ordinary/,普通/g
    s/,loyal,/,忠诚,/; s/,at risk,/,流失风险,/; s/,active,/,活跃,/; s/,lapsed,/,流失,/; s/,new,/,新客户,/
    s/,reactivated,/,挽回,/; s/,prospect,/,潜在,/
    s/,same$/,不变/; s/,up$/,升级/; s/,down$/,降级/; s/,new$/,新客户/; s/,back$/,回归/' \
    "${0%/*}/twelve.csv" >chinese.csv
tail -n +2 chinese.csv | grep -c '[a-z],[a-z][a-z ]*,'
for lang in en zh; do
    crm-report -q -t jsonl --lang $lang "${0%/*}/twelve.csv" >"$lang"
    crm-report -q -t jsonl --lang $lang chinese.csv | cmp - "$lang" && echo $lang: the same
done
