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
import { operationsOf } from './operations';
import { securityOf, securitySchemes } from './security';

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
  for (const operation of operationsOf(scanned)) {
    const rule = rules.get(operation.operationId ?? '');
    if (rule) complete(operation, rule);
  }
  const document: OpenAPIObject = {
    ...scanned,
    components: {
      ...scanned.components,
      schemas: { ...scanned.components?.schemas, ...problemSchemas },
      responses: commonResponses,
      securitySchemes: securitySchemes([...rules.values()]),
    },
  };
  addExamples(document);
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

function complete(operation: OperationObject, rule: OperationRule): void {
  operation.operationId = rule.id.slice(rule.context.length + 1);
  operation.description = [operation.description, describe(rule)].filter(Boolean).join('\n\n');
  operation.security = securityOf(rule);
  operation.parameters = [...(operation.parameters ?? []), ...requestHeaders(rule)];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith('2') && response && !('$ref' in response)) {
      response.description ||= 'Done';
      response.headers = { ...response.headers, ...successHeaders(rule) };
    }
  }
  operation.responses = { ...errorAnswers(rule, operation), ...operation.responses };
}

function describe({ roles, conditions }: OperationRule): string {
  const who = roles === 'public' ? 'Public.' : `Roles: ${roles.join(', ')}.`;
  return conditions === undefined ? who : `${who} Further: ${conditions}.`;
}
