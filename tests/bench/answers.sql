COPY (SELECT region, count(score), avg(score), stddev_samp(score), quantile_cont(score, 0.5),
             sum((score >= 9)::INT), sum((score <= 6)::INT)
      FROM read_csv(':orders', header = true,
                    columns = {'response_id': 'VARCHAR', 'customer_id': 'VARCHAR',
                               'answered_at': 'DATE', 'region': 'VARCHAR', 'score': 'TINYINT'})
      GROUP BY ROLLUP (region) ORDER BY region) TO ':out' (HEADER)
