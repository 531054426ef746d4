# Proves that one table in UTF-8 with and without byte order mark, UTF-16 of both orders, with and
# without a mark, and GB18030 gives the same bytes.
cat >orders.csv <<'END'
客户编号,订单号,下单时间,实付金额,备注
00017,A1,2024年1月5日,￥12.50,第一单，谢谢
00018,A2,2024年1月6日,￥8.00,发票另寄
END
crm-import -q orders.csv | tee want
{ printf '\357\273\277'; cat orders.csv; } >bom.csv
iconv -f UTF-8 -t UTF-16LE orders.csv >le.csv
iconv -f UTF-8 -t UTF-16BE orders.csv >be.csv
{ printf '\377\376'; cat le.csv; } >le-bom.csv
{ printf '\376\377'; cat be.csv; } >be-bom.csv
iconv -f UTF-8 -t GB18030 orders.csv >gb.csv
for file in bom.csv le.csv be.csv le-bom.csv be-bom.csv gb.csv; do
    crm-import -q $file | cmp - want && echo "$file: same"
done
