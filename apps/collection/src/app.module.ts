import {
  collectionEntities,
  collectionHost,
  CollectionModule,
  collectionPart,
  collectionPolicies,
} from '@fajiao/collection';
import { type Foundation, openLogin, runHost, type ServedContext } from '@fajiao/platform';

/** The collecting side with its own login: API, projections and policies. */
export async function collectionContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const { calendar, rulebook, secrets } = foundation;
  const login = await openLogin(foundation, {
    ...{ login: 'collection', databaseUrl, host: collectionHost, entities: collectionEntities },
  });
  const deps = { handler: login.handler, rulebook, calendar, paymentCodeKey: secrets.paymentCodeKey };
  const projections = await runHost(foundation, login, { ...collectionHost, policies: collectionPolicies(deps) });
  return {
    part: collectionPart,
    module: CollectionModule.register({ ...deps, dataSource: login.dataSource, projections }),
    readiness: login.readiness,
  };
}
