# Proves that names that stand twice and empty ones are made unique, with a notice: note, note_2 (which
# is taken), so note_3; a column without a name is called by its position.
printf 'customer_id,date,amount,note,note_2,note,,note\n1,2024-01-05,5,a,b,c,d,e\n' | crm-import
