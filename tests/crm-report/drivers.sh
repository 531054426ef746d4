# Drivers: shares as people read them, the quadrant as crm-survey says it, in Chinese by its word. Only one is important
# and done badly: it is named. The map: two shares of importance, 0.7 and 0.3, their mean is 0.5, and the mean
# performance (0.4 + 0.8) / 2 = 0.6; these are the ends of its dashed lines.
cat >drivers.csv <<END
driver,n,r2,lmg,importance,low,high,first,last,beta,std_beta,correlation,performance,performance_low,performance_high,quadrant
Delivery,200,0.6,0.42,0.7,0.61,0.79,0.5,0.3,1,0.6,0.7,0.4,0.33,0.47,concentrate
Price,200,0.6,0.18,0.3,0.21,0.39,0.3,0.1,0.5,0.3,0.5,0.8,0.74,0.85,possible overkill
END
crm-report -q drivers=drivers.csv
crm-report -q -t jsonl drivers=drivers.csv | sed 1,2d
crm-report -q --lang zh drivers=drivers.csv | sed -n '/^序号/,/^2/p'
# gnuplot's place taken by a program that keeps the script: the lines, the names; with nine drivers, numbers.
mkdir bin
printf '#!/bin/sh\ncat >"$SCRIPT"\necho "<svg></svg>"\n' >bin/gnuplot
chmod +x bin/gnuplot
SCRIPT=two.gp PATH=$PWD/bin:$PATH crm-report -q -t html drivers=drivers.csv | grep -o '<figure[^>]*>'
grep -o 'set arrow from .* nohead' two.gp
grep -o "set label '[^']*'" two.gp
{
    cat drivers.csv
    for i in 3 4 5 6 7 8 9; do
        echo "D$i,200,0.6,0,0,0,0.1,0,0,0,0,0,0.$i,0.1,0.9,low priority"
    done
} >nine.csv
SCRIPT=nine.gp PATH=$PWD/bin:$PATH crm-report -q -t html drivers=nine.csv >nine.html
grep -o "set label '[0-9]'" nine.gp | tr '\n' ' '
echo
# Without limits (--replicates 0), and where nothing explains the target: no map.
sed 's/0.61,0.79/,/; s/0.21,0.39/,/' drivers.csv >bare.csv
crm-report -q drivers=bare.csv | sed -n '/^No/,/^2/p'
sed 's/0.42,0.7,0.61,0.79/,,,/; s/concentrate//' drivers.csv >none.csv
crm-report -q -t html drivers=none.csv | grep -c '<figure' || :
