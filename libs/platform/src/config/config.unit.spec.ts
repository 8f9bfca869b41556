import { ConfigFaults, loadConfig } from './config';

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('has defaults for what is not given, empty variables among it', () => {
    const config = loadConfig({ PORT: '', LOG_LEVEL: '  ' });
    expect(config).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info', DEMO_MODE: false, NODE_ENV: 'development' });
    expect(config.DATABASE_URL).toBeUndefined();
  });

  it('reads each kind of variable', () => {
    const config = loadConfig({
      PORT: '0',
      DEMO_MODE: 'true',
      NODE_ENV: 'test',
      OIDC_ALGORITHMS: 'ES256, EdDSA',
      DATABASE_URL: 'postgresql://me@localhost/db',
      EVENTSTORE_URL: 'esdb://a:1,b:2,c:3?tls=false',
      CALENDAR_DIR: __dirname,
    });
    expect(config).toMatchObject({
      PORT: 0,
      DEMO_MODE: true,
      NODE_ENV: 'test',
      OIDC_ALGORITHMS: ['ES256', 'EdDSA'],
      DATABASE_URL: 'postgresql://me@localhost/db',
      EVENTSTORE_URL: 'esdb://a:1,b:2,c:3?tls=false',
      CALENDAR_DIR: __dirname,
    });
  });

  it('tells every fault at once, and no value', () => {
    const faults = faultsOf(() =>
      loadConfig(
        {
          PORT: '70000',
          DEMO_MODE: 'yes',
          NODE_ENV: 'staging',
          LOG_LEVEL: 'loud',
          OIDC_ALGORITHMS: 'HS256',
          DATABASE_URL: 'mysql://root:s3cret@db/x',
          CALENDAR_DIR: '/nowhere/s3cret',
        },
        { always: ['AUDIT_DATABASE_URL'] },
      ),
    );
    expect(faults).toEqual([
      'PORT has to be an integer from 0 to 65535',
      'DATABASE_URL has to be a URL (`postgres://`, `postgresql://`)',
      'DEMO_MODE has to be `true` or `false`',
      expect.stringMatching(/^OIDC_ALGORITHMS has to be some of `ES256`/),
      'NODE_ENV has to be `development`, `test`, `production`',
      expect.stringMatching(/^LOG_LEVEL has to be `trace`/),
      'AUDIT_DATABASE_URL is missing',
      'CALENDAR_DIR names nothing that exists',
    ]);
    expect(faults.join()).not.toMatch(/s3cret|yes|70000/);
  });

  it.each(['-1', '3000.5', '1e3', '0x10', ' '.repeat(2) + '80a'])('takes no %s for a port', (PORT) => {
    expect(faultsOf(() => loadConfig({ PORT }))).toHaveLength(1);
  });

  it('refuses demonstration mode in production', () => {
    expect(faultsOf(() => loadConfig({ NODE_ENV: 'production', DEMO_MODE: 'true' }))).toEqual([
      'DEMO_MODE is refused in production',
    ]);
  });

  it('asks in production for what development makes up', () => {
    const requires = { inProduction: ['BANKS_FILE', 'STAFF_FILE'] } as const;
    expect(faultsOf(() => loadConfig({}, requires))).toEqual([]);
    expect(faultsOf(() => loadConfig({ NODE_ENV: 'production' }, requires))).toEqual([
      'BANKS_FILE is missing',
      'STAFF_FILE is missing',
    ]);
  });

  it('wants the login of the store that keeps attachments', () => {
    expect(faultsOf(() => loadConfig({ ATTACHMENTS_URL: 's3://evidence/county' }))).toEqual([
      'S3_ACCESS_KEY_ID is missing',
      'S3_SECRET_ACCESS_KEY is missing',
    ]);
  });

  it('wants all of the identity provider or nothing', () => {
    expect(faultsOf(() => loadConfig({ OIDC_ISSUER: 'https://idp.example' }))).toEqual([
      'OIDC_AUDIENCE is missing',
      'OIDC_JWKS_URL is missing',
    ]);
  });
});
