import { openAttachmentStore } from '@fajiao/attachments';
import {
  decisionEntities,
  decisionHost,
  DecisionModule,
  decisionPart,
  decisionPolicies,
  decisionProjections,
  recountDue,
} from '@fajiao/decision';
import { RendererInThread } from '@fajiao/documents';
import { type Foundation, openLogin, runHost, type ServedContext } from '@fajiao/platform';
import { ProjectionMonitor } from '@fajiao/projections';
import {
  ImportStaff,
  RegisterLists,
  registryEntities,
  registryHost,
  RegistryModule,
  registryPart,
  StreamRegister,
} from '@fajiao/registry';

/** What stands under the login of the deciding side. */
const HOST = { login: 'decision', projections: [...decisionHost.projections, ...registryHost.projections] };

/** The deciding side with its own login: cases and the register of officers; API, projections and policies. */
export async function decisionContexts(foundation: Foundation, databaseUrl: string): Promise<readonly ServedContext[]> {
  const { calendar, clock, closing, codec, config, log, people, rulebook, secrets } = foundation;
  const login = await openLogin(foundation, {
    ...{ login: 'decision', databaseUrl, host: HOST, entities: [...decisionEntities, ...registryEntities] },
  });
  const { dataSource, handler, store } = login;
  const imported = new ImportStaff({ handler, rulebook }, people.all(), clock);
  closing.add(() => imported.stop());
  await imported.start((reason) => log.say('warn', 'the staff file is not read yet', reason));
  const attachments = openAttachmentStore(config);
  const renderer = new RendererInThread();
  closing.add(() => renderer.close());
  const deps = {
    handler,
    rulebook,
    calendar,
    register: new StreamRegister(handler),
    attachments,
    renderer,
    partyKey: secrets.partyKey,
    onFault: (what: string, reason: unknown) => log.say('warn', what, reason),
  };
  const host = { ...decisionHost, projections: decisionProjections(deps), policies: decisionPolicies(deps) };
  await runHost(foundation, login, { ...host, projections: [...host.projections, ...registryHost.projections] });
  // A year of the calendar may have come since: nothing waits for it.
  recountDue(deps, dataSource).catch((reason: unknown) => deps.onFault('recounting what is due', reason));
  const cases = new ProjectionMonitor({ host, dataSource, store, codec });
  const register = new ProjectionMonitor({ host: registryHost, dataSource, store, codec });
  return [
    {
      part: decisionPart,
      module: DecisionModule.register({
        ...deps,
        dataSource,
        projections: cases,
        feedKey: secrets.feedKey,
        servingIn: (unit, day) => new RegisterLists(dataSource).servingIn(unit, day),
      }),
      readiness: login.readiness,
    },
    {
      part: registryPart,
      module: RegistryModule.register({ handler, rulebook, dataSource, projections: register }),
      readiness: [imported],
    },
  ];
}
