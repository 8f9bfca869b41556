import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, type OperationObject, SwaggerModule } from '@nestjs/swagger';
import type { ContextPart } from '../context/context-part';
import { routesOf } from '../context/routes';
import type { OperationRule } from '../identity/policy';
import { PolicyTable } from '../identity/policy-table';
import { commonResponses, errorAnswers, problemSchemas } from './error-answers';
import { addExamples } from './examples';
import { requestHeaders, successHeaders } from './headers';
import { operationsAt } from './operations';
import { securityOf, securitySchemes } from './security';
import { tellOptionalExamples } from './suggestions';

type Parameter = NonNullable<OperationObject['parameters']>[number];

/** The OpenAPI document of a context: what its controllers say, completed from the policy table. */
export function openApiDocument(app: NestExpressApplication, part: ContextPart): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle(part.title)
    .setDescription(part.description)
    .setVersion('1')
    .addServer('/');
  const scanned = SwaggerModule.createDocument(app, frame.build(), {
    include: [part.module],
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  const rules = rulesByRoute(app, part);
  for (const [path, item] of Object.entries(scanned.paths)) {
    for (const operation of operationsAt(item)) {
      const rule = rules.get(operation.operationId ?? '');
      if (rule) complete(operation, rule, path);
    }
  }
  const used = JSON.stringify(scanned.paths);
  const document: OpenAPIObject = {
    ...scanned,
    components: {
      ...scanned.components,
      schemas: { ...scanned.components?.schemas, ...problemSchemas },
      responses: Object.fromEntries(Object.entries(commonResponses).filter(([name]) => used.includes(`/${name}"`))),
      securitySchemes: securitySchemes([...rules.values()]),
    },
  };
  addExamples(document);
  tellOptionalExamples(document);
  return document;
}

function rulesByRoute(app: INestApplicationContext, part: ContextPart): ReadonlyMap<string, OperationRule> {
  const policy = app.get(PolicyTable);
  const routes = routesOf(app.get(DiscoveryService, { strict: false })).filter(({ module }) => module === part.module);
  return new Map(
    routes.flatMap(({ name, operation }) => {
      const rule = operation === undefined ? undefined : policy.find(operation);
      return rule ? [[name, rule] as const] : [];
    }),
  );
}

function complete(operation: OperationObject, rule: OperationRule, path: string): void {
  operation.operationId = rule.id.slice(rule.context.length + 1);
  operation.description = [operation.description, describe(rule)].filter(Boolean).join('\n\n');
  operation.security = securityOf(rule);
  operation.parameters = [...parametersOf(operation, path), ...requestHeaders(rule)];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith('2') && response && !('$ref' in response)) {
      response.description ||= 'Done';
      response.headers = { ...response.headers, ...successHeaders(rule) };
    }
  }
  operation.responses = { ...errorAnswers(rule, operation), ...operation.responses };
}

/** What the controller takes, and what stands in the path though only the guard reads it; text unless said. */
function parametersOf(operation: OperationObject, path: string): readonly Parameter[] {
  const declared = (operation.parameters ?? []).map((parameter) =>
    'schema' in parameter && parameter.schema && Object.keys(parameter.schema).length === 0
      ? { ...parameter, schema: { type: 'string' } }
      : parameter,
  );
  const names = declared.map((parameter) => ('name' in parameter ? parameter.name : ''));
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => !names.includes(name));
  return [
    ...inPath.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
    ...declared,
  ];
}

function describe({ roles, conditions }: OperationRule): string {
  const who = roles === 'public' ? 'Public.' : `Roles: ${roles.join(', ')}.`;
  return conditions === undefined ? who : `${who} Further: ${conditions}.`;
}
