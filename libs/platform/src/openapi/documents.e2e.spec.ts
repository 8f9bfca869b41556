import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from '../index';
import { type SampleServer, startSample } from '../testing/sample-app.fixture.spec';
import { samplePart } from '../testing/sample-context.fixture.spec';

describe('the documentation of a context', () => {
  let server: SampleServer;
  let document: OpenAPIObject;
  beforeAll(async () => {
    server = await startSample();
    document = openApiDocument(server.app, samplePart);
  });
  afterAll(() => server.close());

  it('names each operation as the policy table does, and says who may use it', () => {
    const approve = document.paths['/decision/v1/notes/{what}/approval']?.post;
    expect(approve?.operationId).toBe('approveNote');
    expect(approve?.description).toBe('Roles: head. Further: not who wrote it.');
    expect(approve?.security).toEqual([{ accessToken: [] }]);
    expect(document.paths['/decision/public']?.get?.security).toEqual([]);
    expect(document.paths['/decision/v1/banks/{bank}/messages']?.post?.security).toEqual([{ bankSignature: [] }]);
  });

  it('names every parameter of a path, also one that only the guard reads', () => {
    const [bank] = document.paths['/decision/v1/banks/{bank}/messages']?.post?.parameters ?? [];
    expect(bank).toEqual({ name: 'bank', in: 'path', required: true, schema: { type: 'string' } });
  });

  it('tells the headers that each kind of operation takes', () => {
    const headersOf = (path: string, method: 'get' | 'post') =>
      document.paths[path]?.[method]?.parameters
        ?.filter((parameter) => 'in' in parameter && parameter.in === 'header')
        .map((parameter) => ('name' in parameter ? parameter.name : ''));
    const common = ['Accept-Language', 'Fajiao-Demo-Time'];
    expect(headersOf('/decision/v1/notes', 'post')).toEqual(['Idempotency-Key', ...common]);
    expect(headersOf('/decision/v1/notes/{what}/approval', 'post')).toEqual(['Idempotency-Key', 'If-Match', ...common]);
    expect(headersOf('/decision/v1/notes', 'get')).toEqual(['Fajiao-Min-Position', ...common]);
    expect(headersOf('/decision/v1/banks/{bank}/messages', 'post')).toEqual([
      'webhook-id',
      'webhook-timestamp',
      ...common,
    ]);
  });

  it('tells the errors that follow from the policy table', () => {
    const errorsOf = (path: string, method: 'get' | 'post') =>
      Object.keys(document.paths[path]?.[method]?.responses ?? {}).filter((status) => status >= '400');
    expect(errorsOf('/decision/public', 'get')).toEqual(['400', '422', '429', '503']);
    expect(errorsOf('/decision/v1/notes/{id}', 'get')).toEqual(['400', '401', '403', '404', '422', '503']);
    expect(errorsOf('/decision/v1/notes/{what}/approval', 'post')).toEqual([
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '503',
    ]);
    expect(Object.keys(document.components?.responses ?? {})).toContain('Refused');
  });

  it('points only to what it holds', () => {
    const text = JSON.stringify(document);
    for (const [, room = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
      expect(document.components).toHaveProperty([room, name]);
    }
  });

  it('leaves out the routes of others', () => {
    expect(Object.keys(document.paths).every((path) => path.startsWith('/decision/'))).toBe(true);
  });

  it('is served, with the sign-in of development where there is one', async () => {
    const { body, status } = await server.call('/decision/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      info: { title: 'Notes (示例)' },
      components: {
        securitySchemes: {
          developmentSignIn: {
            type: 'oauth2',
            flows: {
              authorizationCode: {
                authorizationUrl: `${server.url}/dev/authorize`,
                tokenUrl: `${server.url}/dev/token`,
              },
            },
          },
        },
      },
    });
    expect(JSON.stringify(document)).not.toContain('developmentSignIn');
  });

  it('has a Swagger page that works under its own security policy', async () => {
    const bare = await server.call('/decision/docs');
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/decision/docs/']);
    const page = await server.call('/decision/docs/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('swagger-ui-bundle.js');
    // Only files of this server, and no script in the page itself.
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
    const init = await server.call('/decision/docs/swagger-ui-init.js');
    expect(init.text).toContain('/decision/openapi.json');
    expect(init.text).toContain('usePkceWithAuthorizationCodeGrant');
    for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'oauth2-redirect.html', 'oauth2-redirect.js']) {
      expect((await server.call(`/decision/docs/${file}`)).status).toBe(200);
    }
  });

  it('has no page of the platform itself', async () => {
    expect((await server.call('/platform/docs/')).status).toBe(404);
    expect((await server.call('/development/openapi.json')).status).toBe(404);
  });
});
