import { disclosureEntities, disclosureHost, EditingModule, editingPart, publishDecisions } from '@fajiao/disclosure';
import { type Foundation, openLogin, runHost, type ServedContext } from '@fajiao/platform';

/**
 * Publishes what was decided, fills what the public reads, and serves the editors of the public site: all that appends for the
 * public side is done with this login, which is neither side's.
 */
export async function workerContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const { calendar, rulebook } = foundation;
  const login = await openLogin(foundation, {
    ...{ login: 'worker', databaseUrl, host: disclosureHost, entities: disclosureEntities },
  });
  const { dataSource, handler, readiness } = login;
  const policies = [publishDecisions(handler, rulebook)];
  const projections = await runHost(foundation, login, { ...disclosureHost, policies });
  const rules = { profile: rulebook.profile, calendar };
  return {
    part: editingPart,
    module: EditingModule.register({ handler, rulebook, dataSource, rules, projections }),
    readiness,
  };
}
