# Proves that full-width letters, digits and signs become narrow, half-width katakana wide, and blanks
# at the ends go; Chinese punctuation beside Chinese stays, and so do signs such as the circled one.
cat <<'END' | crm-import -q
customer_id,date,amount,note
Ａ１　,２０２４／１／５,￥１，２３４．５０,客户（ＶＩＰ）：①，好！
 B2,２０２４年１月５日,（１２．５０）,ｶﾞｷﾞ　
C3,2024-01-05,＋３,"x，y"
END
