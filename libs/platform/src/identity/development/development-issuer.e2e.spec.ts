import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ConfigFaults, DevelopmentIssuer, People } from '../../index';
import { type SampleServer, startSample } from '../../testing/sample-app.fixture.spec';

describe('the development issuer', () => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await startSample();
  });
  afterAll(() => server.close());

  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const redirectUri = () => `${server.url}/decision/docs/oauth2-redirect.html`;
  const request = (changes: Record<string, string> = {}) =>
    new URLSearchParams({
      response_type: 'code',
      client_id: 'swagger-ui',
      redirect_uri: redirectUri(),
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'st"ate',
      ...changes,
    });
  const choose = (person: string, changes?: Record<string, string>) =>
    server.call('/dev/authorize', { body: `${request(changes).toString()}&person=${person}`, headers: form });
  const exchange = (code: string, changes: Record<string, string> = {}) =>
    server.call('/dev/token', {
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'swagger-ui',
        code,
        redirect_uri: redirectUri(),
        code_verifier: verifier,
        ...changes,
      }).toString(),
      headers: form,
    });
  const codeOf = (location: string | null) => new URL(location ?? '').searchParams.get('code') ?? '';

  it('lets a newcomer choose a person, and gives Swagger a token that the API takes', async () => {
    const page = await server.call(`/dev/authorize?${request().toString()}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('value="head-1"');
    expect(page.text).not.toContain('value="bank-a"');
    expect(page.text).toContain('value="st&quot;ate"');

    const chosen = await choose('officer-1');
    expect(chosen.status).toBe(303);
    const location = chosen.headers.get('location');
    expect(location?.startsWith(`${redirectUri()}?code=`)).toBe(true);
    expect(new URL(location ?? '').searchParams.get('state')).toBe('st"ate');

    const granted = await exchange(codeOf(location));
    expect(granted.status).toBe(200);
    expect(granted.headers.get('cache-control')).toBe('no-store');
    expect(granted.body).toMatchObject({ token_type: 'Bearer', expires_in: 8 * 3600 });
    const headers = { authorization: `Bearer ${String(granted.body['access_token'])}` };
    const answer = await server.call('/decision/v1/notes', { headers });
    expect(answer.body).toMatchObject({ actor: { id: 'officer-1', roles: ['officer'], certificateNo: 'DEV-001' } });
  });

  it('spends a code by its first use, good or bad', async () => {
    const code = codeOf((await choose('head-1')).headers.get('location'));
    expect((await exchange(code, { code_verifier: 'x'.repeat(43) })).body).toMatchObject({ error: 'invalid_grant' });
    expect((await exchange(code)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('gives no token for a code that was asked for from another page', async () => {
    const code = codeOf((await choose('head-1')).headers.get('location'));
    const answer = await exchange(code, { redirect_uri: redirectUri().replace('decision', 'collection') });
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it.each<[string, Record<string, string>]>([
    ['response_type', { response_type: 'token' }],
    ['client_id', { client_id: 'other' }],
    ['redirect_uri', { redirect_uri: 'https://example.org/decision/docs/oauth2-redirect.html' }],
    ['redirect_uri', { redirect_uri: 'nowhere' }],
    ['code_challenge_method', { code_challenge_method: 'plain' }],
    ['code_challenge', { code_challenge: '' }],
  ])('sends nobody on when the %s is not right', async (parameter, changes) => {
    const asked = await server.call(`/dev/authorize?${request(changes).toString()}`);
    expect([asked.status, asked.headers.get('location')]).toEqual([400, null]);
    expect(asked.text).toContain(parameter);
    expect((await choose('head-1', changes)).status).toBe(400);
  });

  it('sends nobody on as a bank or as nobody', async () => {
    expect((await choose('bank-a')).status).toBe(400);
    expect((await choose('nobody')).status).toBe(400);
  });

  it('gives scripts a token for a person alone, asked in JSON or as a form', async () => {
    const json = await server.call('/dev/token', { body: { person: 'legal-1' } });
    const asForm = await server.call('/dev/token', { body: 'person=legal-1', headers: form });
    for (const answer of [json, asForm]) {
      const token = String(answer.body['access_token']);
      expect(decodeJwt(token)).toMatchObject({ sub: 'legal-1', roles: ['legal-reviewer'] });
      expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    }
    const unknown = await server.call('/dev/token', { body: { person: 'nobody' } });
    expect([unknown.status, unknown.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('tells its public key only', async () => {
    const { body } = await server.call('/dev/jwks.json');
    expect(body).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256', alg: 'ES256' }] });
    expect(JSON.stringify(body)).not.toContain('"d"');
  });

  it('keeps its key between runs, readable by its owner only', async () => {
    const path = join(server.config.VAR_DIR, 'development-issuer.jwk');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    const again = await DevelopmentIssuer.open(server.config, new People([]));
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(again.keySet()).toEqual(server.issuer.keySet());
  });

  it('does not exist in production', async () => {
    const config = { ...server.config, NODE_ENV: 'production' as const };
    await expect(DevelopmentIssuer.open(config, new People([]))).rejects.toThrow(ConfigFaults);
  });
});
