# Proves that e-mail addresses are written in one form (lower case, no mailto:, no angle brackets) and
# phones in E.164; what is no address and no number is kept as it stands and counted.
cat >customers.csv <<'END'
customer_id,email,phone
1,Anna@Example.COM,+49 30 1234-5678
2,Anna Li <anna.li@example.com>,0086 138 1234 5678
3,mailto:bo@example.org,+44 (0)20 7946 0958
4,ａｎｎａ＠example.com,+86 138 1234 5678 x12
5,anna at example.com,none
6,a@b@example.com,12
7,x@localhost,call me
8,,
END
crm-import --kind customers customers.csv
