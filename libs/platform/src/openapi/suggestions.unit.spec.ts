import { parseCivilDate } from '@fajiao/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import { withExamplesOf } from './examples-of-today';
import { tellOptionalExamples } from './suggestions';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

const documentOf = (operation: Partial<Operation>): OpenAPIObject => ({
  openapi: '3.0.0',
  info: { title: 'Notes', version: '1' },
  paths: { '/notes': { post: { responses: {}, ...operation } } },
});
const operationOf = (document: OpenAPIObject): Operation => document.paths['/notes']!.post!;

describe('what Swagger UI fills in by itself', () => {
  it('leaves out what need not be said, and tells its example in words', () => {
    const schema = { type: 'string' } as const;
    const document = documentOf({
      parameters: [
        { name: 'id', in: 'path', required: true, schema, example: '1' },
        { name: 'officer', in: 'query', required: false, schema, description: 'Who files.', example: 'officer-1' },
        { name: 'limit', in: 'query', schema: { type: 'integer', example: 20 } },
        { name: 'state', in: 'query', schema: { enum: ['open', 'paid'], example: 'open' } },
      ],
    });
    tellOptionalExamples(document);
    expect(operationOf(document).parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema, example: '1' },
      { name: 'officer', in: 'query', required: false, schema, description: 'Who files. Example: `officer-1`' },
      { name: 'limit', in: 'query', schema: { type: 'integer' }, description: 'Example: `20`' },
      { name: 'state', in: 'query', schema: { enum: ['open', 'paid'] } },
    ]);
  });

  it('is the case of the examples as if it were filed today, and a key that nobody used', () => {
    const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } } as const;
    const document = documentOf({
      parameters: [{ ...key, example: 'used' }],
      requestBody: {
        content: {
          'application/json': {
            example: { actDate: '2023-09-09', at: ['2023-10-17T09:00:00+08:00'], ref: '12345-2023-0909-017', fen: 1 },
            examples: { filed: { value: { actDate: '2023-09-11' } } },
          },
        },
      },
    });
    const shown = operationOf(withExamplesOf(parseCivilDate('2026-11-24'), document));
    const media = 'content' in shown.requestBody! ? shown.requestBody.content['application/json'] : undefined;
    expect(media).toEqual({
      example: { actDate: '2026-11-22', at: ['2026-12-30T09:00:00+08:00'], ref: '12345-2023-0909-017', fen: 1 },
      examples: { filed: { value: { actDate: '2026-11-24' } } },
    });
    const [shownKey] = shown.parameters ?? [];
    expect(shownKey).toMatchObject({ ...key, example: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    expect(JSON.stringify(document)).toContain('2023-09-09');
  });
});
