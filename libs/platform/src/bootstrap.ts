import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, ConfigFaults } from './config/config';
import { CONFIG } from './context/tokens';
import { WiringFaults } from './context/wiring-check';
import { Draining } from './http/draining';
import { securityHeaders } from './http/security-headers';
import { Log } from './observability/log';
import { Metrics } from './observability/metrics';
import { requestLog } from './observability/request-log';
import { serveDocuments } from './openapi/serve-documents';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface BootstrapOptions {
  /** Address to listen on where HOST says none; without it all addresses. */
  readonly host?: string;
  /** Lines to print once the process answers at `url`. */
  readonly greeting?: (url: string) => readonly string[];
  /** Runs last of all, when the application is closed: what it stood on can be stopped. */
  readonly onClosed?: () => Promise<void>;
}

/** A process that serves. */
export interface Running {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** Answers what was accepted, then closes everything. */
  stop(): Promise<void>;
}

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

/** Serves the module until a signal comes: the whole of an app's main.ts. */
export async function bootstrap(
  module: Type<unknown> | DynamicModule,
  options: BootstrapOptions = {},
): Promise<Running> {
  const app = await createApplication(module);
  const config = app.get<Config>(CONFIG);
  const host = config.HOST ?? options.host;
  await (host === undefined ? app.listen(config.PORT) : app.listen(config.PORT, host));
  const server: Server = app.getHttpServer();
  const url = urlOf(server);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    return (stopped ??= stopAll(app, server, options));
  };
  // A second signal finds nobody listening and ends the process as it is.
  const onSignal = (): void => void stop().catch(explain).finally(endSoon);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  options.greeting?.(url).forEach((line) => process.stdout.write(`${line}\n`));
  return { app, url, stop };
}

/** A process that something keeps alive although everything is closed ends all the same. */
function endSoon(): void {
  setTimeout(() => process.exit(), 5_000).unref();
}

/** Runs a main.ts: what stops the start is told in sentences, and the process ends with 1. */
export function main(start: () => Promise<unknown>): void {
  start().catch(explain);
}

async function stopAll(app: NestExpressApplication, server: Server, options: BootstrapOptions): Promise<void> {
  const { SHUTDOWN_SECONDS } = app.get<Config>(CONFIG);
  const log = app.get(Log);
  server.close();
  server.closeIdleConnections();
  const how = await app.get(Draining).drain(SHUTDOWN_SECONDS * 1000);
  if (how === 'gave up') log.say('warn', 'stopping although some requests have not been answered');
  server.closeAllConnections();
  await app.close();
  await options.onClosed?.();
  log.say('info', 'stopped');
}

function urlOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://localhost:${port}`;
}

function explain(error: unknown): void {
  const told = error instanceof ConfigFaults || error instanceof WiringFaults;
  process.stderr.write(`${told || !(error instanceof Error) ? String(error) : (error.stack ?? error.message)}\n`);
  process.exitCode = 1;
}
