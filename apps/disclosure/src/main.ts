import { loadConfig, main, openFoundation, serve } from '@fajiao/platform';
import { disclosureContext } from './app.module';

main(async () => {
  const config = loadConfig(process.env, {
    always: ['DISCLOSURE_DATABASE_URL'],
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE'],
  });
  const foundation = openFoundation(config);
  return serve(foundation, [await disclosureContext(foundation, config.DISCLOSURE_DATABASE_URL)]);
});
