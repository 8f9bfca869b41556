import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parseCivilDate, parseInstant } from '@fajiao/kernel';
import {
  type BankRegister,
  type Config,
  createApplication,
  DevelopmentIssuer,
  loadConfig,
  Log,
  openBanks,
  People,
  PlatformModule,
  readStaff,
} from '../index';
import { developmentStaff } from '../identity/development-people';
import { Sample, SampleModule, samplePart } from './sample-context.fixture.spec';

@Module({})
class SampleApp {}

/** The sample application, listening, with what a test needs to speak to it. */
export interface SampleServer {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly sample: Sample;
  readonly issuer: DevelopmentIssuer;
  readonly banks: BankRegister;
  readonly config: Config;
  /** Lines of the log. */
  readonly lines: string[];
  call(path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly method?: string;
  /** Person whose token is sent. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // What a test expects of an answer is compared as it stands.
  readonly body: Readonly<Record<string, unknown>>;
}

export const NOW = parseInstant('2023-10-08T10:00:00+08:00');

const BOTH = { id: 'both-1', name: '两侧兼任', roles: ['head', 'finance-clerk'] } as const;

/** What an application is made of, in a folder of its own. */
export async function sampleParts(environment: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'platform-'));
  const config = loadConfig({ VAR_DIR: folder, NODE_ENV: 'test', ...environment });
  const staff = readStaff(developmentStaff(parseCivilDate('2023-10-08')), 'test');
  const people = new People([...staff, BOTH]);
  const issuer = await DevelopmentIssuer.open(config, people);
  const banks = openBanks(config, people);
  const sample = new Sample();
  const lines: string[] = [];
  const module = {
    module: SampleApp,
    imports: [
      PlatformModule.register({
        config,
        clock: { now: () => NOW },
        people,
        banks,
        developmentIssuer: issuer,
        contexts: [samplePart],
        log: new Log(config, { write: (line: string) => void lines.push(line) }),
      }),
      SampleModule.register(sample),
    ],
  };
  return { config, issuer, banks, sample, lines, module, dispose: () => rmSync(folder, { recursive: true }) };
}

export async function startSample(environment: Readonly<Record<string, string>> = {}): Promise<SampleServer> {
  const { module, dispose, ...parts } = await sampleParts(environment);
  const app = await createApplication(module);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const close = async () => {
    await app.close();
    dispose();
  };
  return { ...parts, app, url, call: caller(url, parts.issuer), close };
}

export function caller(url: string, issuer: DevelopmentIssuer): SampleServer['call'] {
  return async (path, { method, as, headers, body } = {}) => {
    const token = as === undefined ? undefined : await issuer.tokenFor(as);
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed: unknown = json ? JSON.parse(text) : {};
    const answer = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
    return { status: response.status, headers: response.headers, text, body: answer };
  };
}
