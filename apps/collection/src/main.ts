import { loadConfig, main, openBanks, openFoundation, serve } from '@fajiao/platform';
import { collectionContext } from './app.module';

main(async () => {
  const config = loadConfig(process.env, {
    always: ['COLLECTION_DATABASE_URL'],
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE', 'BANKS_FILE'],
  });
  const foundation = openFoundation(config);
  const banks = openBanks(config, foundation.people);
  return serve(foundation, [await collectionContext(foundation, config.COLLECTION_DATABASE_URL)], { banks });
});
