import {
  type Config,
  DevelopmentIssuer,
  loadConfig,
  main,
  migrate,
  openBanks,
  openDatabase,
  openFoundation,
  serve,
} from '@fajiao/platform';
import { auditContext } from '../../audit/src/app.module';
import { collectionContext } from '../../collection/src/app.module';
import { decisionContexts } from '../../decision/src/app.module';
import { disclosureContext } from '../../disclosure/src/app.module';
import { workerContext } from '../../worker/src/app.module';
import { givenUrls } from './admin-database';
import { say } from './command';
import { contractEventsByHand } from './contract-events-by-hand';
import { databaseSchema } from './database-schema';

main(async () => {
  const config = loadConfig(process.env, {
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE', 'BANKS_FILE', 'OIDC_ISSUER'],
  });
  const database = await openDatabase({
    adminUrl: config.DATABASE_URL,
    folder: config.VAR_DIR,
    logins: databaseSchema.logins,
    urls: givenUrls(config),
    sole: true,
    say,
  });
  await migrate(database.adminUrl, databaseSchema, database.urls);
  const foundation = openFoundation(config);
  foundation.closing.add(() => database.close());
  const urlOf = (login: string): string => database.urls[login] ?? '';
  const contexts = [
    ...(await decisionContexts(foundation, urlOf('decision'))),
    await collectionContext(foundation, urlOf('collection')),
    await workerContext(foundation, urlOf('worker')),
    await disclosureContext(foundation, urlOf('disclosure')),
    await auditContext(foundation, urlOf('audit')),
  ];
  return serve(foundation, contexts, {
    banks: openBanks(config, foundation.people),
    ...(config.OIDC_ISSUER === undefined && {
      developmentIssuer: await DevelopmentIssuer.open(config, foundation.people),
    }),
    ...(config.DEMO_MODE && { contractEvents: await contractEventsByHand(foundation, urlOf('decision')) }),
    ...(config.NODE_ENV !== 'production' && { host: '127.0.0.1' }),
    greeting: (url) => greeting(config, url),
  });
});

const greeting = (config: Config, url: string): readonly string[] => [
  '',
  'Fajiao is running.',
  `  Deciding      ${url}/decision/docs     (Swagger; press “Authorize” and choose who to be)`,
  `  Register      ${url}/registry/docs     (officers, delegations)`,
  `  Collecting    ${url}/collection/docs`,
  `  Auditing      ${url}/audit/docs        and the timeline page ${url}/audit/`,
  `  In public     ${url}/disclosure/       (Swagger ${url}/disclosure/docs; editors ${url}/editing/docs)`,
  `  Events        ${config.EVENTSTORE_URL === undefined ? 'in PostgreSQL' : 'in EventStoreDB'}`,
  'Press Ctrl+C to stop.',
];
