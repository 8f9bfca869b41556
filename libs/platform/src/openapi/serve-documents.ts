import { civilDateOf, type Clock } from '@fajiao/kernel';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { serveFiles, setup, type SwaggerUiOptions } from 'swagger-ui-express';
import type { ContextPart } from '../context/context-part';
import { CLOCK, PARTS } from '../context/tokens';
import { DEVELOPMENT_CLIENT } from '../identity/development/development-issuer';
import { openApiDocument } from './document';
import { withExamplesOf } from './examples-of-today';
import { withDevelopmentSignIn } from './security';

/** Serves each context's document at /<context>/openapi.json and its Swagger UI at /<context>/docs. */
export function serveDocuments(app: NestExpressApplication): void {
  const parts = app.get<readonly ContextPart[]>(PARTS);
  const development = parts.some(({ context }) => context === 'development');
  for (const part of parts.filter(({ documented }) => documented !== false)) {
    let document: OpenAPIObject | undefined;
    const answer = (request: Request, response: Response): void => {
      document ??= openApiDocument(app, part);
      const origin = `${request.protocol}://${request.get('host')}`;
      const today = civilDateOf(app.get<Clock>(CLOCK).now());
      response.json(development ? withExamplesOf(today, withDevelopmentSignIn(document, origin)) : document);
    };
    const options = uiOptions(part, development);
    app.getHttpAdapter().getInstance().get(`/${part.context}/openapi.json`, answer);
    app.use(`/${part.context}/docs`, serveFiles(undefined, options), setup(undefined, options));
  }
}

/** Nobody has a client secret or scopes here, and the bar would only name the tool. */
const STYLE =
  '.swagger-ui .topbar, .swagger-ui .scope-def, .swagger-ui .wrapper:has(> label[for^="client_"]) { display: none }';

function uiOptions(part: ContextPart, development: boolean): SwaggerUiOptions {
  return {
    customSiteTitle: part.title,
    customCss: STYLE,
    swaggerOptions: {
      url: `/${part.context}/openapi.json`,
      // The page would send the document to a checker on the internet.
      validatorUrl: null,
      persistAuthorization: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      ...(development && { oauth: { clientId: DEVELOPMENT_CLIENT, usePkceWithAuthorizationCodeGrant: true } }),
    },
  };
}
