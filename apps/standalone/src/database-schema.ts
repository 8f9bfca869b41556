import { auditHost } from '@fajiao/audit';
import { collectionHost } from '@fajiao/collection';
import { contextAccesses } from '@fajiao/contracts';
import { decisionHost } from '@fajiao/decision';
import { disclosureHost } from '@fajiao/disclosure';
import { eventStoreMigration, type Schema } from '@fajiao/platform';
import { type HostTables, projectionMigrations } from '@fajiao/projections';
import { registryHost } from '@fajiao/registry';

const named = (...names: string[]): { name: string }[] => names.map((name) => ({ name }));

/** The projections and policies of all contexts, by the login that runs them. A runner finds out what is missing here. */
export const hosts: readonly HostTables[] = [
  { ...decisionHost, policies: named('number-decisions', 'release-acts', 'complete-payment', 'note-write-off') },
  registryHost,
  { ...collectionHost, policies: named('follow-decision', 'carry-money', 'reconcile-statement') },
  { ...disclosureHost, policies: named('publish-decisions') },
  auditHost,
];

/** Everything that the database holds. An app that runs one context alone finds its part of it. */
export const databaseSchema: Schema = {
  logins: [...new Set(contextAccesses.map(({ login }) => login))],
  migrations: [eventStoreMigration(contextAccesses), ...projectionMigrations(hosts)],
};
