COPY (SELECT customer_id, currency, min(date), max(date), count(*), count(DISTINCT order_id),
             count(DISTINCT date), sum(amount)
      FROM read_csv(':orders', header = true,
                    columns = {'order_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'date': 'DATE',
                               'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR',
                               'channel': 'VARCHAR'})
      GROUP BY ALL ORDER BY customer_id) TO ':out' (HEADER)
