COPY (SELECT customer_id, recency, frequency, monetary, 6 - ntile(5) OVER (ORDER BY recency) AS r,
             ntile(5) OVER (ORDER BY frequency) AS f, ntile(5) OVER (ORDER BY monetary) AS m
      FROM (SELECT customer_id, DATE '2025-12-31' - max(date) AS recency, count(*) AS frequency,
                   sum(amount) AS monetary
            FROM read_json(':orders', format = 'newline_delimited',
                          columns = {'order_id': 'VARCHAR', 'customer_id': 'VARCHAR',
                                     'date': 'DATE', 'amount': 'DECIMAL(18,2)',
                                     'currency': 'VARCHAR', 'channel': 'VARCHAR'})
            GROUP BY customer_id)) TO ':out' (HEADER)
