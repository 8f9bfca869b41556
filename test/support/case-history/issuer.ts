import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider as an authority has one: its own process, its own key, the people of a staff file. */
export interface Issuer {
  /** What the apps are told of it. */
  readonly environment: Readonly<Record<string, string>>;
  token(person: string): Promise<string>;
  stop(): Promise<void>;
}

const ISSUER = 'https://sign-in.example.cn';
const AUDIENCE = 'fajiao';

export async function startIssuer(staffFile: string): Promise<Issuer> {
  const staff = JSON.parse(readFileSync(staffFile, 'utf8')) as Record<string, { roles?: readonly string[] }>;
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'run' }] });
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(keys));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      OIDC_ISSUER: ISSUER,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_JWKS_URL: `http://127.0.0.1:${port}/jwks.json`,
    },
    token: (person) =>
      new SignJWT({ roles: [...(staff[person]?.roles ?? [])] })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'run' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
