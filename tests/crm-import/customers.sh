# Proves customers: names kept but for blanks and full width, dates in one form, unknown columns in
# their place, those without an id excluded.
cat <<'END' | crm-import
Customer ID,First Name,Company Name,Registered at,Birthday,Zip
00017,　Anna , Ａ１ Ltd.　,2024/1/5 10:30,1999年12月31日,01234
,Bo,B2,2024/1/6,,
END
