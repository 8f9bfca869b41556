import { auditEntities, auditHost, AuditModule, auditPart } from '@fajiao/audit';
import { collectionReplays } from '@fajiao/collection';
import { caseReplay } from '@fajiao/decision';
import { disclosureReplay } from '@fajiao/disclosure';
import { registryReplays } from '@fajiao/registry';
import { type Foundation, openLogin, runHost, type ServedContext } from '@fajiao/platform';

/** The auditors' side with a login that reads every event and appends none. */
export async function auditContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const { codec } = foundation;
  const login = await openLogin(foundation, {
    ...{ login: 'audit', databaseUrl, host: auditHost, entities: auditEntities },
  });
  const { dataSource, store, readiness } = login;
  const projections = await runHost(foundation, login, auditHost);
  const { calendar, rulebook } = foundation;
  const rules = { profile: rulebook.profile, calendar };
  const replayables = replayablesOf(foundation);
  return {
    part: auditPart,
    module: AuditModule.register({ store, codec, replayables, rules, dataSource, projections }),
    readiness,
  };
}

/** What each context hands to the auditor. */
const replayablesOf = ({ calendar, rulebook }: Foundation) => [
  caseReplay({ rulebook, calendar }),
  ...registryReplays,
  ...collectionReplays({ profile: rulebook.profile, calendar }),
  disclosureReplay,
];
