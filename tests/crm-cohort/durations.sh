# Events at 1, 3, 3 and 5, censored at 2 and 4: S(1) = 5/6 [.273123, .974712], S(3) = 5/6 x 2/4
# [.055992, .766522], S(5) = 0. Of the log kind 5/6 exp(-1.96 x .182574) = .582655 and 5/12 exp(-1.96 x
# .532291) = .146792, up to 1; of the plain one 5/6 - 1.96 x .152145 = .535134, and 0 to .851363.
# A value is compared to the letter. An empty time is excluded; what is no number, or below 0, rejected.
cat >table.csv <<'END'
t,left
1,yes
2,no
3,yes
3,yes
4,Yes
5,yes
,yes
END
for kind in log-log log plain; do
    crm-cohort -q --survival --time t --event left=yes --curve --interval $kind table.csv
done
crm-cohort --survival --time t --event left=yes table.csv
printf 'long,yes\n-1,yes\n' >>table.csv
crm-cohort --survival --time t --event left=yes table.csv -o none.csv
echo $?
crm-cohort --survival --time t --event left=yes --rejects bad.rej --max-rejects 2 table.csv
echo $?
