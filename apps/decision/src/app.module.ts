import {
  decisionEntities,
  decisionHost,
  DecisionModule,
  decisionPart,
  decisionPolicies,
  staffOf,
} from '@fajiao/decision';
import { type Foundation, openLogin, runHost, type ServedContext } from '@fajiao/platform';

/** The deciding side with its own login: API, projections and policies. */
export async function decisionContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const { calendar, log, people, rulebook, secrets } = foundation;
  const login = await openLogin(foundation, {
    ...{ login: 'decision', databaseUrl, host: decisionHost, entities: decisionEntities },
  });
  const deps = {
    handler: login.handler,
    rulebook,
    calendar,
    staff: staffOf(people),
    partyKey: secrets.partyKey,
    onFault: (what: string, reason: unknown) => log.say('warn', what, reason),
  };
  const projections = await runHost(foundation, login, { ...decisionHost, policies: decisionPolicies(deps) });
  return {
    part: decisionPart,
    module: DecisionModule.register({ ...deps, dataSource: login.dataSource, projections }),
    readiness: login.readiness,
  };
}
