import { disclosureEntities, disclosureHost, DisclosureModule, disclosurePart } from '@fajiao/disclosure';
import { type Foundation, openLogin, type ServedContext } from '@fajiao/platform';
import { ProjectionMonitor } from '@fajiao/projections';

/** The public side with a login that only reads; the worker fills what it reads. */
export async function disclosureContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const { calendar, codec, rulebook } = foundation;
  const { dataSource, store, readiness } = await openLogin(foundation, {
    ...{ login: 'disclosure', databaseUrl, host: disclosureHost, entities: disclosureEntities },
  });
  const projections = new ProjectionMonitor({ host: disclosureHost, dataSource, store, codec });
  const rules = { profile: rulebook.profile, calendar };
  return { part: disclosurePart, module: DisclosureModule.register({ dataSource, rules, projections }), readiness };
}
