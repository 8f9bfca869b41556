import { exampleOf } from './examples';

describe('exampleOf', () => {
  it("puts an example together from those of a schema's parts", () => {
    const schemas = {
      Case: {
        type: 'object',
        properties: {
          party: { $ref: '#/components/schemas/Party' },
          on: { type: 'string', format: 'date' },
          fen: { type: 'integer', minimum: 1 },
          kind: { type: 'string', enum: ['fine', 'warning'] },
          items: { type: 'array', items: { type: 'string', example: '电脑主机' } },
          both: {
            allOf: [{ $ref: '#/components/schemas/Party' }, { type: 'object', properties: { x: { default: 2 } } }],
          },
        },
      },
      Party: {
        oneOf: [{ type: 'object', properties: { name: { type: 'string', example: '示例网吧' } } }, { type: 'string' }],
      },
    };
    expect(exampleOf({ $ref: '#/components/schemas/Case' }, schemas)).toEqual({
      party: { name: '示例网吧' },
      on: '2023-09-11',
      fen: 1,
      kind: 'fine',
      items: ['电脑主机'],
      both: { name: '示例网吧', x: 2 },
    });
  });

  it('ends where a schema holds itself', () => {
    const schemas = { Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } } };
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Node' }, schemas))).toMatch(/^(\{"next":)+/);
  });
});
