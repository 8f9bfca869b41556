import { loadConfig, main, openFoundation, serve } from '@fajiao/platform';
import { workerContext } from './app.module';

main(async () => {
  const config = loadConfig(process.env, {
    always: ['WORKER_DATABASE_URL'],
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE'],
  });
  const foundation = openFoundation(config);
  return serve(foundation, [await workerContext(foundation, config.WORKER_DATABASE_URL)]);
});
