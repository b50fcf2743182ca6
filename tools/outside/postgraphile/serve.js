// PostGraphile 5 with connection filter and aggregates over the data set of `tools/zhicheng bench read`, which starts this.
//   DATABASE_URL=postgres://… node serve.js PORT
// It enters as the owner of the tables, read-only: no policy is asked, nobody is signed in, nothing is priced. That is in its favour.
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const port = Number(process.argv[2]);
const instance = postgraphile({
  extends: [
    PostGraphileAmberPreset,
    makeV4Preset({ simpleCollections: 'omit', disableDefaultMutations: true, dynamicJson: true }),
    PostGraphileConnectionFilterPreset,
    PgAggregatesPreset,
  ],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.CONNECTIONS ?? 16) },
    }),
  ],
  schema: { connectionFilterRelations: true },
  grafast: { explain: false },
  grafserv: { port, host: '127.0.0.1', watch: false, graphiql: false, maxRequestLength: 1_000_000 },
});
const service = instance.createServ(grafserv);
const server = createServer();
server.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
await service.addTo(server);
server.listen(port, '127.0.0.1', () => console.log(`listening on ${port}`));
