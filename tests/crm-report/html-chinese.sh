# The page in Chinese: its language is told, and its charts are in Chinese too.
crm-report -q -t html --lang zh "${0%/*}/twelve.csv" -o report.html
grep '<html\|<title>\|<h1>\|<h2>\|<dt>' report.html
grep -o '<figure[^>]*>' report.html
for text in 净收入占比 客户占比 普通 升级 回归 最近购买得分 购买频率得分 完全平均 '前 20% 带来'; do
    grep -c "<text>$text" report.html
done
grep -c 'ustomer\|evenue\|ordinary' report.html || :
