import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from './config/config';
import { CONFIG } from './context/tokens';
import { sweepBodyFiles } from './http/body-file';
import { Draining } from './http/draining';
import { securityHeaders } from './http/security-headers';
import { Log } from './observability/log';
import { Metrics } from './observability/metrics';
import { requestLog } from './observability/request-log';
import { serveDocuments } from './openapi/serve-documents';

/** The application, complete but not listening: for `bootstrap`, tests, and whoever wants its documents. */
export async function createApplication(module: Type<unknown> | DynamicModule): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    // Bodies are read after the caller is known, byte for byte: see http/raw-body.ts.
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const config = app.get<Config>(CONFIG);
  const log = app.get(Log);
  app.useLogger(log);
  await sweepBodyFiles(config.VAR_DIR);
  app.disable('x-powered-by');
  // An ETag is a revision here, never a hash of the answer.
  app.set('etag', false);
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(requestLog(log, app.get(Metrics)));
  app.use(app.get(Draining).middleware);
  app.use(securityHeaders());
  serveDocuments(app);
  return app;
}
