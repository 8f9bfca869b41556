import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { serveFiles, setup, type SwaggerUiOptions } from 'swagger-ui-express';
import type { ContextPart } from '../context/context-part';
import { PARTS } from '../context/tokens';
import { DEVELOPMENT_CLIENT } from '../identity/development/development-issuer';
import { openApiDocument } from './document';
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
      response.json(development ? withDevelopmentSignIn(document, origin) : document);
    };
    const options = uiOptions(part, development);
    app.getHttpAdapter().getInstance().get(`/${part.context}/openapi.json`, answer);
    app.use(`/${part.context}/docs`, serveFiles(undefined, options), setup(undefined, options));
  }
}

function uiOptions(part: ContextPart, development: boolean): SwaggerUiOptions {
  return {
    customSiteTitle: part.title,
    swaggerOptions: {
      url: `/${part.context}/openapi.json`,
      // The page would send the document to a checker on the internet.
      validatorUrl: null,
      persistAuthorization: true,
      displayRequestDuration: true,
      ...(development && { oauth: { clientId: DEVELOPMENT_CLIENT, usePkceWithAuthorizationCodeGrant: true } }),
    },
  };
}
