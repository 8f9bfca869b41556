import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../case-history/processes';
import { type Json, type JsonObject, textOf } from '../case-history/format';

/** A message that a bank sends, as the OpenAPI document describes it. */
export interface BankMessage {
  readonly operation: string;
  /** `/collection/v1/bank-callbacks/{bank}/payments` */
  readonly path: string;
  readonly summary: string;
  readonly schema: ObjectSchema;
  readonly example: JsonObject;
  /** Statuses that the document promises. */
  readonly answers: readonly number[];
}

export interface ObjectSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, JsonObject>>;
}

/** Messages that a bank in test mode may send; the others are about money that exists. */
const MESSAGES = ['reportPayment', 'reportReversal', 'reportTreasuryCredit', 'sendStatement'];

/** The banks' messages of the committed document: what it says is what the kit asks for. */
export function bankMessages(): BankMessage[] {
  const file = join(projectRoot(), 'libs/collection/src/api/openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  return Object.entries(document['paths'] as JsonObject).flatMap(([path, item]) => {
    const post = (item as JsonObject)['post'] as JsonObject | undefined;
    const operation = textOf(post?.['operationId']).split('.').at(-1) ?? '';
    if (!post || !MESSAGES.includes(operation)) return [];
    const schema = objectSchema(resolved(document, schemaOf(post)));
    const summary = textOf(post['summary']);
    const answers = Object.keys(post['responses'] as JsonObject).map(Number);
    return [{ operation, path, summary, schema, example: exampleOf(post, schema), answers }];
  });
}

function objectSchema(schema: Json): ObjectSchema {
  const { required = [], properties = {} } = schema as JsonObject;
  return { required: required as readonly string[], properties: properties as Readonly<Record<string, JsonObject>> };
}

function schemaOf(post: JsonObject): JsonObject {
  const content = ((post['requestBody'] as JsonObject)['content'] as JsonObject)['application/json'] as JsonObject;
  return content['schema'] as JsonObject;
}

function resolved(document: JsonObject, schema: JsonObject): Json {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return reference
    .slice(2)
    .split('/')
    .reduce<Json>((part, name) => (part as JsonObject)[name] ?? null, document);
}

/** The document's example of the whole, or of each field. */
function exampleOf(post: JsonObject, { properties }: ObjectSchema): JsonObject {
  const content = ((post['requestBody'] as JsonObject)['content'] as JsonObject)['application/json'] as JsonObject;
  const whole = content['example'];
  if (typeof whole === 'object' && whole !== null) return whole as JsonObject;
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) =>
      field['example'] === undefined ? [] : [[name, field['example']]],
    ),
  );
}
