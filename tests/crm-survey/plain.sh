# Rows that say no more than a day, a group and one or two digits are read by themselves where nobody asks
# who answered (-q): the figures are those of all rows read alike (--weight 1, which has a column more).
# In north 10, 9, 07, 8.0 and an empty one: n 4, of it 2 promoters and no detractor, NPS 50. In south 6
# and 10: NPS 0. Without a region 0: NPS -100. All: n 7, promoters 3, detractors 2: NPS 100/7. Rejected:
# 11, which is off the scale, a day that is not there, and "7 " with a letter behind it. The last day is
# of a time with a zone.
cat >answers.csv <<'END'
customer_id,answered_at,region,score,one
1.0,2024-02-29,north,10,1
2.0,2024-03-01T10:11:12,north,9,1
3.0,2024-03-01 10:11:12,north,07,1
4.0,2024-03-01 10:11,north,8.0,1
5.0,2024-03-02,north,,1
6.0,2024-03-02, south ,6,1
7.0,2024-03-03T01:00:00+08:00,south,10,1
8.0,2024-03-02,,0,1
9.0,2024-03-02,south,11,1
10.0,2023-02-29,south,9,1
11.0,2024-03-02,south,7 x,1
END
for more in -q '' '--weight one' '-q --weight one'; do
    crm-survey --nps score --by region --rejects bad.csv --max-rejects 50% $more answers.csv >out.csv 2>err
    cut -d , -f 3-5 <bad.csv >>bad
    crm-query -q 'SELECT region, n, missing, value FROM out' out.csv
    grep as.of err
done
sort bad | uniq -c | tr -s ' '
# Ids that end in .0, but for one: found in either way.
echo '12,2024-03-02,south,9,1' >>answers.csv
crm-survey -q --nps score --by region --max-rejects 50% --rejects bad.csv answers.csv
echo $?
