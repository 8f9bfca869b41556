import { createRemoteJWKSet, errors, type JWTVerifyGetKey, type JWTPayload, jwtVerify } from 'jose';
import type { ConfigWith } from '../config/config';
import { platformProblem, Problem } from '../problem/problem';
import { KnownTokens } from './known-tokens';
import { isRole, type Role } from './roles';
import type { TokenHolder } from './token-holder';

export interface TokenVerifier {
  /** @throws Problem 401 for a token that is not good, 503 when the issuer's keys cannot be had */
  verify(token: string): Promise<TokenHolder>;
}

/** Everything that a token is held against. Its age is measured on the real clock, also in demonstration mode. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly type: string;
  readonly maxAgeMinutes: number;
  readonly clockToleranceSeconds: number;
  readonly rolesClaim: string;
}

export function tokenVerifier(keys: JWTVerifyGetKey, rules: TokenRules): TokenVerifier {
  const knownTokens = new KnownTokens();
  return {
    async verify(token) {
      const known = knownTokens.find(token, Date.now());
      if (known) return known;
      const payload = await payloadOf(token, keys, rules);
      const holder = holderOf(payload, rules.rolesClaim);
      const { exp = 0, iat = 0 } = payload;
      knownTokens.add(token, holder, Date.now(), Math.min(exp, iat + rules.maxAgeMinutes * 60) * 1000);
      return holder;
    },
  };
}

/** Checks the tokens of the identity provider that the configuration names. */
export function oidcVerifier(config: ConfigWith<'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'OIDC_JWKS_URL'>): TokenVerifier {
  return tokenVerifier(createRemoteJWKSet(new URL(config.OIDC_JWKS_URL), { timeoutDuration: 5_000 }), {
    issuer: config.OIDC_ISSUER,
    audience: config.OIDC_AUDIENCE,
    algorithms: config.OIDC_ALGORITHMS,
    type: config.OIDC_TOKEN_TYPE,
    maxAgeMinutes: config.OIDC_MAX_TOKEN_AGE_MINUTES,
    clockToleranceSeconds: config.OIDC_CLOCK_TOLERANCE_SECONDS,
    rolesClaim: config.OIDC_ROLES_CLAIM,
  });
}

async function payloadOf(token: string, keys: JWTVerifyGetKey, rules: TokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keysOrProblem(keys), {
      issuer: rules.issuer,
      audience: rules.audience,
      algorithms: [...rules.algorithms],
      typ: rules.type,
      maxTokenAge: rules.maxAgeMinutes * 60,
      clockTolerance: rules.clockToleranceSeconds,
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw platformProblem(error instanceof errors.JWTExpired ? 'token.expired' : 'token.invalid', {}, { cause: error });
  }
}

/** A token whose key the issuer does not know is a bad token; an issuer that does not answer is no fault of the token. */
function keysOrProblem(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const badToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      if (badToken) throw error;
      throw platformProblem('sign-in.unavailable', { retryAfterSeconds: 5 }, { cause: error });
    }
  };
}

function holderOf(payload: JWTPayload, rolesClaim: string): TokenHolder {
  const { sub = '' } = payload;
  // Banks, policies and the public are actors too, and none of them is signed in with a token.
  if (!/^(?!bank:|policy:|public$)[\x21-\x7e]{1,128}$/.test(sub)) throw platformProblem('token.invalid');
  const roles: unknown = payload[rolesClaim];
  const known = Array.isArray(roles)
    ? roles.filter((role): role is Role => typeof role === 'string' && isRole(role))
    : [];
  return { id: sub, roles: known.filter((role) => role !== 'bank') };
}
