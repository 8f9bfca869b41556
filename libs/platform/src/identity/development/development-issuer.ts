import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, type CryptoKey, importJWK, type JWK, SignJWT } from 'jose';
import type { Config } from '../../config/config';
import { ConfigFaults } from '../../config/config';
import { keptFile } from '../../config/kept-file';
import type { People, Person } from '../people';
import { tokenVerifier, type TokenVerifier } from '../token-verifier';

const ALGORITHM = 'ES256';
const TOKEN_TYPE = 'at+jwt';
const TOKEN_MINUTES = 8 * 60;
const CODE_MILLIS = 60_000;

/** The one client of the development issuer. */
export const DEVELOPMENT_CLIENT = 'swagger-ui';

/** A request for a code (RFC 6749 with PKCE, S256). */
export interface CodeRequest {
  readonly redirectUri: string;
  readonly challenge: string;
}

interface Pending extends CodeRequest {
  readonly person: Person;
  readonly until: number;
}

/** Issues real tokens to whomever asks: for development alone, so that a newcomer can act as anybody. */
export class DevelopmentIssuer {
  readonly issuer = 'urn:fajiao:development';
  readonly audience = 'urn:fajiao';
  readonly tokenSeconds = TOKEN_MINUTES * 60;
  readonly verifier: TokenVerifier;
  private readonly pending = new Map<string, Pending>();

  private constructor(
    readonly people: People,
    private readonly key: CryptoKey | Uint8Array,
    private readonly publicKey: JWK,
  ) {
    this.verifier = tokenVerifier(createLocalJWKSet(this.keySet()), {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: [ALGORITHM],
      type: TOKEN_TYPE,
      maxAgeMinutes: TOKEN_MINUTES,
      clockToleranceSeconds: 5,
      rolesClaim: 'roles',
    });
  }

  /**
   * The issuer with the key that the var folder keeps.
   * @throws ConfigFaults in production
   */
  static async open(config: Pick<Config, 'NODE_ENV' | 'VAR_DIR'>, people: People): Promise<DevelopmentIssuer> {
    if (config.NODE_ENV === 'production') {
      throw new ConfigFaults(['OIDC_ISSUER is missing: the development issuer does not run in production']);
    }
    const kept = JSON.parse(keptFile(join(config.VAR_DIR, 'development-issuer.jwk'), newKey)) as JWK;
    const { kty, crv, x, y } = kept;
    const kid = await calculateJwkThumbprint({ kty, crv, x, y });
    const key = await importJWK(kept, ALGORITHM);
    return new DevelopmentIssuer(people, key, { kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' });
  }

  keySet(): { keys: JWK[] } {
    return { keys: [this.publicKey] };
  }

  /** A token with exactly the roles of the person's entry; undefined for a bank or an unknown id. */
  async tokenFor(personId: string): Promise<string | undefined> {
    const person = this.people.find(personId);
    if (!person || person.bank) return undefined;
    return new SignJWT({ roles: [...person.roles] })
      .setProtectedHeader({ alg: ALGORITHM, typ: TOKEN_TYPE, kid: this.publicKey.kid })
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setSubject(person.id)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_MINUTES}m`)
      .sign(this.key);
  }

  /** A code that can be exchanged once, within a minute, by whoever knows the verifier behind the challenge. */
  codeFor(person: Person, request: CodeRequest): string {
    const now = Date.now();
    for (const [code, { until }] of this.pending) if (until < now) this.pending.delete(code);
    const code = randomBytes(32).toString('base64url');
    this.pending.set(code, { ...request, person, until: now + CODE_MILLIS });
    return code;
  }

  /** The token for a code; undefined when the code or what comes with it is not good. A code is spent by the attempt. */
  async exchange(code: string, redirectUri: string, verifier: string): Promise<string | undefined> {
    const pending = this.pending.get(code);
    this.pending.delete(code);
    if (!pending || pending.until < Date.now() || pending.redirectUri !== redirectUri) return undefined;
    if (createHash('sha256').update(verifier).digest('base64url') !== pending.challenge) return undefined;
    return this.tokenFor(pending.person.id);
  }
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify(privateKey.export({ format: 'jwk' }));
}
