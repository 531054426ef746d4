# Columns that are added and were there already are replaced where they stand, and it is said; the others
# keep their places and what they are, in the order of the rows.
cat >scores.csv <<'END'
tier,customer_id,memo,recency_days,frequency,monetary,r,f,m,as_of,move,segment,Tier_Rank
old,b,"say ""x"", y",1,1,5,1,1,1,2024-06-30,gone,odd,9
old,a, kept ,1,1,600,5,5,5,2024-06-30,gone,odd,9
END
crm-segment scores.csv
