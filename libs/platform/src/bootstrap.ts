import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isNativeError } from 'node:util/types';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, ConfigFaults } from './config/config';
import { CONFIG } from './context/tokens';
import { createApplication } from './create-application';
import { Draining } from './http/draining';
import { Log } from './observability/log';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** How long a caller may take to send a request: the largest file on a slow line. For others see BODY_SECONDS. */
const REQUEST_MILLIS = 30 * 60_000;

export interface BootstrapOptions {
  /** Address to listen on where HOST says none; without it all addresses. */
  readonly host?: string;
  /** Lines to print once the process answers at `url`. */
  readonly greeting?: (url: string) => readonly string[];
  /** Runs last of all, when the application is closed or could not start: what it stood on can be stopped. */
  readonly onClosed?: () => Promise<void>;
}

/** A process that serves. */
export interface Running {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** Answers what was accepted, then closes everything. */
  stop(): Promise<void>;
  /** Resolves when a signal, or `stop`, has stopped everything. */
  readonly stopped: Promise<void>;
}

/** Serves the module until a signal comes. */
export async function bootstrap(
  module: Type<unknown> | DynamicModule,
  options: BootstrapOptions = {},
): Promise<Running> {
  const app = await start(module, options);
  const server: Server = app.getHttpServer();
  server.requestTimeout = REQUEST_MILLIS;
  let stopping: Promise<void> | undefined;
  let onStopped: (outcome: Promise<void>) => void;
  const stopped = new Promise<void>((resolve) => (onStopped = resolve));
  const stop = (): Promise<void> => {
    if (stopping) return stopping;
    // A second signal finds nobody listening and ends the process as it is.
    for (const signal of SIGNALS) process.off(signal, onSignal);
    stopping = stopAll(app, server, options);
    onStopped(stopping);
    return stopping;
  };
  const onSignal = (): void => void stop().catch(() => undefined); // told by `stopped`
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  options.greeting?.(url).forEach((line) => process.stdout.write(`${line}\n`));
  return { app, url, stop, stopped };
}

/** The application, listening; where that fails, nothing is left open. */
async function start(
  module: Type<unknown> | DynamicModule,
  { host, onClosed }: BootstrapOptions,
): Promise<NestExpressApplication> {
  let app: NestExpressApplication | undefined;
  try {
    app = await createApplication(module);
    const config = app.get<Config>(CONFIG);
    await listen(app, config.PORT, config.HOST ?? host);
    return app;
  } catch (error) {
    await app?.close().catch(() => undefined); // the first error is the one to tell
    await onClosed?.();
    throw error;
  }
}

async function listen(app: NestExpressApplication, port: number, host: string | undefined): Promise<void> {
  try {
    await (host === undefined ? app.listen(port) : app.listen(port, host));
  } catch (error) {
    const taken = isNativeError(error) && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new ConfigFaults([`PORT ${port} is used by another process`]) : error;
  }
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
