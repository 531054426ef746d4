# Seen from an age on: b from 2, c from 1. At 2 a leaves, of a, c and d: 2/3; at 5 b, of b and d: 1/3;
# at 6 d. e was not seen before it left, at the age at which it would have been, nor f, whose entry lies
# behind: both are excluded.
cat >table.csv <<'END'
who,t,left,seen
a,2,yes,
b,5,yes,2
c,4,no,1
d,6,yes,0
f,1,yes,3
END
crm-cohort --survival --time t --event left=yes --entry seen --curve table.csv
echo e,5,yes,5 >>table.csv
crm-cohort --survival --time t --event left=yes --entry seen --curve table.csv
echo g,7,yes,x >>table.csv
crm-cohort -q --survival --time t --event left=yes --entry seen table.csv -o none.csv
echo $?
