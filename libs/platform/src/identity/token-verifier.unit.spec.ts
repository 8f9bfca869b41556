import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { loadConfig } from '../config/config';
import { oidcVerifier, type TokenRules, tokenVerifier } from './token-verifier';

const rules: TokenRules = {
  issuer: 'https://idp.example',
  audience: 'fajiao',
  algorithms: ['ES256'],
  type: 'at+jwt',
  maxAgeMinutes: 60,
  clockToleranceSeconds: 5,
  rolesClaim: 'roles',
};

async function keyPair(alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: 'k1', alg } };
}

describe('an access token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  let keys: Awaited<ReturnType<typeof keyPair>>;
  beforeAll(async () => {
    keys = await keyPair();
  });

  const claims = (): JWTPayload => ({
    iss: rules.issuer,
    aud: rules.audience,
    sub: 'officer-1',
    roles: ['officer'],
    iat: now(),
    exp: now() + 600,
  });
  const sign = (payload: JWTPayload, header: { alg?: string; typ?: string } = {}, key = keys.privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header }).sign(key);
  const verify = (token: string) => tokenVerifier(createLocalJWKSet({ keys: [keys.jwk] }), rules).verify(token);

  it('speaks for its subject, with the roles that we know', async () => {
    const token = await sign({ ...claims(), roles: ['officer', 'chef', 'bank', 7] });
    expect(await verify(token)).toEqual({ id: 'officer-1', roles: ['officer'] });
  });

  it('without roles speaks for somebody who may do nothing', async () => {
    expect(await verify(await sign({ ...claims(), roles: 'head' }))).toEqual({ id: 'officer-1', roles: [] });
  });

  it.each<[string, string, () => JWTPayload]>([
    ['of another issuer', 'token.invalid', () => ({ ...claims(), iss: 'https://other.example' })],
    ['for another audience', 'token.invalid', () => ({ ...claims(), aud: 'other' })],
    ['that has expired', 'token.expired', () => ({ ...claims(), exp: now() - 60 })],
    ['that never expires', 'token.invalid', () => ({ ...claims(), exp: undefined })],
    ['that is too old, though it lasts', 'token.expired', () => ({ ...claims(), iat: now() - 4000 })],
    ['from the future', 'token.invalid', () => ({ ...claims(), iat: now() + 600 })],
    ['not valid yet', 'token.invalid', () => ({ ...claims(), nbf: now() + 600 })],
    ['without a time of issue', 'token.invalid', () => ({ ...claims(), iat: undefined })],
    ['without a subject', 'token.invalid', () => ({ ...claims(), sub: undefined })],
    ['that speaks for a bank', 'token.invalid', () => ({ ...claims(), sub: 'bank:bank-a' })],
    ['that speaks for a policy', 'token.invalid', () => ({ ...claims(), sub: 'policy:close' })],
    ['that speaks for the public', 'token.invalid', () => ({ ...claims(), sub: 'public' })],
  ])('%s is refused', async (_how, code, payload) => {
    await expect(verify(await sign(payload()))).rejects.toMatchObject({ code });
  });

  it('of another type is refused', async () => {
    await expect(verify(await sign(claims(), { typ: 'JWT' }))).rejects.toMatchObject({ code: 'token.invalid' });
  });

  it('signed with another key is refused', async () => {
    const other = await keyPair();
    await expect(verify(await sign(claims(), {}, other.privateKey))).rejects.toMatchObject({ code: 'token.invalid' });
  });

  it('signed with an algorithm that is not on the list is refused', async () => {
    const other = await keyPair('ES384');
    const verifier = tokenVerifier(createLocalJWKSet({ keys: [other.jwk] }), rules);
    const token = await sign(claims(), { alg: 'ES384' }, other.privateKey);
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'token.invalid' });
  });

  it('signed by nobody is refused', async () => {
    const [, payload = ''] = (await sign(claims())).split('.');
    const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    await expect(verify(`${header}.${payload}.`)).rejects.toMatchObject({ code: 'token.invalid' });
  });

  it('is checked with the keys of the identity provider; one that does not answer is no fault of the token', async () => {
    const provider = createServer((_request, response) => response.end(JSON.stringify({ keys: [keys.jwk] })));
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as AddressInfo;
    const oidc = {
      OIDC_ISSUER: rules.issuer,
      OIDC_AUDIENCE: rules.audience,
      OIDC_JWKS_URL: `http://127.0.0.1:${port}/`,
    };
    const config = loadConfig(oidc, { always: ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] });
    const token = await sign(claims());
    expect(await oidcVerifier(config).verify(token)).toEqual({ id: 'officer-1', roles: ['officer'] });
    const fresh = oidcVerifier(config);
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
    await expect(fresh.verify(token)).rejects.toMatchObject({ code: 'sign-in.unavailable' });
  });
});
