# Proves the kinds that are only cleaned (follow-ups, complaints, answers): dates, ids, e-mail and phone
# in one form, no row left out, other texts as they stand.
printf 'Call ID,Customer,Call Date,Channel,Outcome,Phone\n007,17,2024/1/5 9:30,phone,"no, later",+44 20 7946 0958\n8,,2024-01-06,,,\n' | crm-import
printf 'Case Number,Opened,Resolved,Status,Priority\n007,20240105,5.1.2024 17:00,Whatever,High\n' | crm-import
printf 'Respondent ID,Question,Score,Weight,Survey Date\n007,nps,9,0.50,2024/1/5\n' | crm-import
