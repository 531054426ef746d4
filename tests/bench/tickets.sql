COPY (SELECT team, count(*), count(resolved_at), avg(epoch(resolved_at) - epoch(opened_at)),
             quantile_cont(epoch(resolved_at) - epoch(opened_at), [0.5, 0.9]),
             avg(epoch(first_response_at) - epoch(opened_at)),
             quantile_cont(epoch(first_response_at) - epoch(opened_at), [0.5, 0.9])
      FROM read_csv(':orders', header = true,
                    columns = {'ticket_id': 'VARCHAR', 'opened_at': 'TIMESTAMP',
                               'first_response_at': 'TIMESTAMP', 'resolved_at': 'TIMESTAMP',
                               'status': 'VARCHAR', 'team': 'VARCHAR', 'priority': 'VARCHAR'})
      GROUP BY ROLLUP (team) ORDER BY team) TO ':out' (HEADER)
