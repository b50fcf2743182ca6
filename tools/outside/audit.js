// The GraphQL-over-HTTP audits of the npm package graphql-http, against a running server.
//   node audit.js http://localhost:8080/graphql
import { auditServer } from 'graphql-http';

const EXPECTED = 61;
const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.js URL');
  process.exit(2);
}

const results = await auditServer({ url });
const bad = results.filter((result) => result.status !== 'ok');
for (const { status, id, name, reason } of bad) console.log(`${status} ${id} ${name}: ${reason}`);
console.log(`GraphQL over HTTP: ${results.length - bad.length} of ${results.length} audits passed`);
if (results.length < EXPECTED) console.log(`expected at least ${EXPECTED} audits`);
process.exit(bad.length || results.length < EXPECTED ? 1 : 0);
