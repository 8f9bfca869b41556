import { loadConfig, main, openFoundation, serve } from '@fajiao/platform';
import { decisionContexts } from './app.module';

main(async () => {
  const config = loadConfig(process.env, {
    always: ['DECISION_DATABASE_URL'],
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE'],
  });
  const foundation = openFoundation(config);
  return serve(foundation, await decisionContexts(foundation, config.DECISION_DATABASE_URL));
});
