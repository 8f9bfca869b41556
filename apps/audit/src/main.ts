import { loadConfig, main, openFoundation, serve } from '@fajiao/platform';
import { auditContext } from './app.module';

main(async () => {
  const config = loadConfig(process.env, {
    always: ['AUDIT_DATABASE_URL'],
    inProduction: ['SEAL_KEY_FILE', 'STAFF_FILE'],
  });
  const foundation = openFoundation(config);
  return serve(foundation, [await auditContext(foundation, config.AUDIT_DATABASE_URL)]);
});
