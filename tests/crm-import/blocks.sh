# Proves that neither the size of the pieces nor the number of workers changes a byte: samples with
# quotes, line breaks and GB18030, and messages of a broken file, under pieces of 1, 7 and 4,096 bytes.
crm-import "$SAMPLES/trading/orders.csv.gz" >want 2>want.err
{ head -n 40 "$SAMPLES/trading/orders-utf8.csv"; echo '1,"x'; } >broken.csv
crm-import broken.csv >want2 2>want2.err
for options in '--block-size 1' '--block-size 7 -j 3' '--block-size 4096 --jobs 2' '-j 8'; do
    crm-import $options "$SAMPLES/trading/orders.csv.gz" >out 2>err
    cmp out want && cmp err want.err
    crm-import $options broken.csv >out 2>err
    cmp out want2 && cmp err want2.err && echo "$options: same"
done
