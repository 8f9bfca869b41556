import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { OperationRule } from '../identity/policy';
import { operationsOf } from './operations';

const TOKEN = 'accessToken';
const SIGNATURE = 'bankSignature';
const DEVELOPMENT = 'developmentSignIn';

type Schemes = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>;

const token: Schemes[string] = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'Access token of the authority’s identity provider.',
};

const signature: Schemes[string] = {
  type: 'apiKey',
  in: 'header',
  name: 'webhook-signature',
  description:
    'Standard Webhooks: `v1,<base64 of HMAC-SHA256>` over `<webhook-id>.<webhook-timestamp>.<body as sent>` with a secret ' +
    'of the bank, beside the headers `webhook-id` and `webhook-timestamp` (seconds since 1970).',
};

/** The schemes that some operation uses. */
export function securitySchemes(rules: readonly OperationRule[]): Schemes {
  const used = new Set(rules.flatMap((rule) => securityOf(rule)).flatMap((each) => Object.keys(each)));
  return { ...(used.has(TOKEN) && { [TOKEN]: token }), ...(used.has(SIGNATURE) && { [SIGNATURE]: signature }) };
}

/** How a caller may prove who they are. */
export function securityOf({ roles }: OperationRule): NonNullable<OperationObject['security']> {
  if (roles === 'public') return [];
  return [
    ...(roles.some((role) => role !== 'bank') ? [{ [TOKEN]: [] }] : []),
    ...(roles.includes('bank') ? [{ [SIGNATURE]: [] }] : []),
  ];
}

/**
 * The document as a server with the development issuer shows it: “Authorize” leads to its page, the only way that is offered
 * to a person, so that nobody looks for another.
 * @param origin of that server, as the reader's browser knows it
 */
export function withDevelopmentSignIn(document: OpenAPIObject, origin: string): OpenAPIObject {
  if (!document.components?.securitySchemes?.[TOKEN]) return document;
  const copy = structuredClone(document);
  const { [TOKEN]: _token, ...others } = copy.components?.securitySchemes ?? {};
  const flow = { authorizationUrl: `${origin}/dev/authorize`, tokenUrl: `${origin}/dev/token`, scopes: {} };
  copy.components = {
    ...copy.components,
    securitySchemes: {
      [DEVELOPMENT]: {
        type: 'oauth2',
        description: '开发用登录：选择身份即可。Development: choose who to be.',
        flows: { authorizationCode: flow },
      },
      ...others,
    },
  };
  for (const operation of operationsOf(copy))
    operation.security = operation.security?.map((each) => (TOKEN in each ? { [DEVELOPMENT]: [] } : each));
  return copy;
}
