import { disclosureEntities, disclosureHost, publishDecisions } from '@fajiao/disclosure';
import {
  type ContextPart,
  type Foundation,
  openLogin,
  projectionsOf,
  runHost,
  type ServedContext,
} from '@fajiao/platform';

/** Serves nothing but its health. */
class WorkerModule {}

const workerPart: ContextPart = {
  ...{ context: 'worker', side: 'neither', title: 'Worker', description: '', documented: false },
  ...{ module: WorkerModule, operations: {}, messages: {} },
};

/** Publishes what was decided and fills what the public reads; holds neither side's login. */
export async function workerContext(foundation: Foundation, databaseUrl: string): Promise<ServedContext> {
  const login = await openLogin(foundation, {
    ...{ login: 'worker', databaseUrl, host: disclosureHost, entities: disclosureEntities },
  });
  const policies = [publishDecisions(login.handler, foundation.rulebook)];
  const projections = await runHost(foundation, login, { ...disclosureHost, policies });
  const providers = [{ provide: projectionsOf('worker'), useValue: projections }];
  return { part: workerPart, module: { module: WorkerModule, providers }, readiness: login.readiness };
}
