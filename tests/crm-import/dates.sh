# Proves the forms of dates and times that are read, and the one form that is written: the wall clock
# as it stands, seconds always, milliseconds and zone where there are some.
cat >orders.csv <<'END'
order_id,date,customer_id,amount
plain,2024-01-05,1,5
slash,2024/1/5,1,5
dot,2024.01.05,1,5
digits,20240105,1,5
chinese,2024年1月5日,1,5
day first,5.1.2024,1,5
wide,２０２４－０１－０５,1,5
minutes,2024-01-05 10:30,1,5
seconds,2024-01-05T10:30:07,1,5
fraction,2024-01-05 10:30:07.250000000,1,5
zone,2024-01-05T10:30:07+08:00,1,5
zone short,2024-01-05 10:30:07 +0800,1,5
utc,2024-01-05 02:30:07 UTC,1,5
z,2024-01-05T02:30:07.5Z,1,5
pm,2024/1/5 10:30:07 PM,1,5
noon,2024/1/5 12:00 pm,1,5
midnight,2024/1/5 12:00 am,1,5
下午,2024年1月5日 下午3时05分09秒,1,5
leap,2024-02-29,1,5
first,0001-01-01,1,5
last,9999-12-31,1,5
END
crm-import -q orders.csv
