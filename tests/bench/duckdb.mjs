// node duckdb.mjs FILE.sql NAME=VALUE ...: runs a query whose :NAME are replaced by the values.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(process.env.PEERS_DIR + '/');
const { DuckDBInstance } = require('@duckdb/node-api');
let query = readFileSync(process.argv[2], 'utf8');
for (const pair of process.argv.slice(3)) {
  const at = pair.indexOf('=');
  query = query.replaceAll(':' + pair.slice(0, at), pair.slice(at + 1));
}
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const statement of query.split(';').filter((s) => s.trim())) {
  await connection.run(statement);
}
process.exit(0);
