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

/** What a bank sends or asks, as far as the document describes it without a schema of its body. */
export interface BankRequest {
  readonly operation: string;
  readonly path: string;
  readonly answers: readonly number[];
}

/** What the committed document says of banks: what it says is what the kit asks for. */
export interface BankDocument {
  readonly messages: readonly BankMessage[];
  /** Asking what is due under a code; `code` is the document's example. */
  readonly quote: BankRequest & { readonly code: string };
  readonly statementFile: BankRequest;
}

export function bankDocument(): BankDocument {
  const file = join(projectRoot(), 'libs/collection/src/api/openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  const operations = operationsOf(document);
  const messages = MESSAGES.map((name): BankMessage => {
    const { operation, path, answers, body } = named(operations, name);
    const schema = objectSchema(resolved(document, schemaOf(body)));
    const summary = textOf(body['summary']);
    return { operation, path, summary, schema, example: exampleOf(body, schema), answers };
  });
  const { body: quoteBody, ...quote } = named(operations, 'quoteForBank');
  const answer = resolved(document, schemaOf((quoteBody['responses'] as JsonObject)['200'] as JsonObject));
  const code = textOf(objectSchema(answer).properties['code']?.['example']);
  const { body: _file, ...statementFile } = named(operations, 'sendStatementFile');
  return { messages, quote: { ...quote, code }, statementFile };
}

interface DocumentOperation extends BankRequest {
  readonly body: JsonObject;
}

function operationsOf(document: JsonObject): DocumentOperation[] {
  return Object.entries(document['paths'] as JsonObject).flatMap(([path, item]) =>
    Object.values(item as JsonObject).map((one) => {
      const body = one as JsonObject;
      const operation = textOf(body['operationId']).split('.').at(-1) ?? '';
      return { operation, path, body, answers: Object.keys(body['responses'] as JsonObject).map(Number) };
    }),
  );
}

function named(operations: readonly DocumentOperation[], name: string): DocumentOperation {
  const found = operations.find(({ operation, path }) => operation === name && path.includes('{bank}'));
  if (!found) throw new Error(`the document has no ${name}`);
  return found;
}

function objectSchema(schema: Json): ObjectSchema {
  const { required = [], properties = {} } = schema as JsonObject;
  return { required: required as readonly string[], properties: properties as Readonly<Record<string, JsonObject>> };
}

/** Of a request, or of an answer. */
const schemaOf = (owner: JsonObject): JsonObject => jsonOf(owner)['schema'] as JsonObject;

function jsonOf(owner: JsonObject): JsonObject {
  const { content } = (owner['requestBody'] ?? owner) as { readonly content: JsonObject };
  return content['application/json'] as JsonObject;
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
  const whole = jsonOf(post)['example'];
  if (typeof whole === 'object' && whole !== null) return whole as JsonObject;
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) =>
      field['example'] === undefined ? [] : [[name, field['example']]],
    ),
  );
}
