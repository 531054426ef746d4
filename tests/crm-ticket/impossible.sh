# Times before the opening cannot be, and neither can those before 1970: such a measure is left out, listed
# and counted; what is sound in the ticket stays. 1 and 2 have no resolution that counts, 3 has one by
# resolved_at although it was closed before, 4 no first answer, 5 is sound, 6 was closed in 1900.
# Resolutions of 3 and 5 (1 h and 3 h): mean 2; of 4, 2 h: (1 + 3 + 2) / 3 = 2. Answered: 5 after 1 h.
cat >tickets.csv <<'END'
ticket_id,opened_at,first_response_at,resolved_at,closed_at
1,2024-01-02 10:00,,2024-01-02 09:00,2024-01-02 12:00
2,2024-01-02 10:00,,,2024-01-02 09:59:59
3,2024-01-02 10:00,,2024-01-02 11:00,2024-01-01 00:00
4,2024-01-02 10:00,2024-01-02 09:00,2024-01-02 12:00,
5,2024-01-02 10:00,2024-01-02 11:00,2024-01-02 13:00,
6,2024-01-02 10:00,,,1900-01-01 00:00
END
crm-ticket --impossible odd.csv tickets.csv | cut -d, -f 1,3,6,8,16
cat odd.csv
crm-ticket -q -j 2 --block-size 64 --per year --impossible odd2.csv tickets.csv |
    cut -d, -f 1,2,3,9,10,17,24,25,32
cmp odd.csv odd2.csv
# A status that says closed, and no time: done, and nobody knows when. An unknown word is open.
printf 'ticket_id,opened_at,status\n1,2024-01-01,Closed\n2,2024-01-01,brewing\n3,2024-01-02,On-Hold\n' |
    crm-ticket | cut -d, -f 1,3
printf 'ticket_id,opened_at,status\n1,2024-01-01,Closed\n2,2024-01-01,brewing\n3,2024-01-02,On-Hold\n' |
    crm-ticket -q --per month | cut -d, -f 1-4,17,24,32
# What cannot be read is a bad row.
printf 'ticket_id,opened_at,closed_at\n1,2024-01-01,soon\n' | crm-ticket -q
echo $?
printf 'ticket_id,opened_at,closed_at\n1,,2024-01-01\n' | crm-ticket -q
printf 'ticket_id,opened_at,closed_at\n1,1969-12-30,2024-01-01\n' | crm-ticket -q
printf 'ticket_id,opened_at,reopened\n1,2024-01-01,maybe\n' | crm-ticket -q
