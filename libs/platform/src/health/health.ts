import { isNativeError } from 'node:util/types';
import { Inject, Injectable } from '@nestjs/common';
import type { ProjectionsPort, ProjectionStatus, Readiness, ReadinessCheck } from '../context/ports';
import { ContextPorts } from '../context/context-ports';
import { Draining } from '../http/draining';
import { withoutPersonalData } from '../observability/without-personal-data';

const PATIENCE_MILLIS = 3_000;

export interface HealthReport {
  /** The worst of all checks. */
  readonly status: Readiness['status'];
  readonly checks: Readonly<Record<string, Readiness>>;
  /** By owner: a context, or whatever else keeps projections going in this process. */
  readonly projections: Readonly<Record<string, readonly ProjectionStatus[]>>;
}

/** Asks everything that this process needs, all at once. */
@Injectable()
export class Health {
  constructor(
    @Inject(ContextPorts) private readonly ports: ContextPorts,
    @Inject(Draining) private readonly draining: Draining,
  ) {}

  async ready(): Promise<HealthReport> {
    const own = this.ports.allReadiness().map((check) => ask(check));
    const projections = await Promise.all(this.ports.allProjections().map((port) => statusOf(port)));
    const checks: Record<string, Readiness> = {
      accepting: this.draining.started ? { status: 'fail', note: 'the process is stopping' } : { status: 'ok' },
      ...Object.fromEntries(await Promise.all(own)),
      ...Object.fromEntries(projections.map(({ owner, check }) => [`projections of ${owner}`, check])),
    };
    const statuses = Object.values(checks).map(({ status }) => status);
    return {
      status: (['fail', 'warn'] as const).find((worst) => statuses.includes(worst)) ?? 'ok',
      checks,
      projections: Object.fromEntries(projections.map(({ owner, status }) => [owner, status])),
    };
  }

  /** Whether every projection and policy of this process has reached a head that stands still. */
  async settled(): Promise<boolean> {
    const asked = this.ports.allProjections().map(({ port }) => inTime(port.settled()).catch(() => false));
    return (await Promise.all(asked)).every(Boolean);
  }

  /** Where projections stand, by owner; none where one does not answer. */
  async projections(): Promise<HealthReport['projections']> {
    const asked = await Promise.all(this.ports.allProjections().map((port) => statusOf(port)));
    return Object.fromEntries(asked.map(({ owner, status }) => [owner, status]));
  }
}

async function statusOf({ owner, port }: { readonly owner: string; readonly port: ProjectionsPort }) {
  try {
    const status = (await inTime(port.status())).map((each) => ({
      ...each,
      ...(each.fault && { fault: withoutPersonalData(each.fault) }),
    }));
    const troubled = status.filter(({ parked, fault }) => parked > 0 || fault).map(({ name }) => name);
    const check: Readiness =
      troubled.length > 0
        ? { status: 'warn', note: `parked streams or standing still: ${troubled.join(', ')}` }
        : { status: 'ok' };
    return { owner, status, check };
  } catch (error) {
    return { owner, status: [], check: failed(error) };
  }
}

async function ask(check: ReadinessCheck): Promise<[string, Readiness]> {
  try {
    return [check.name, await inTime(check.check())];
  } catch (error) {
    return [check.name, failed(error)];
  }
}

function failed(error: unknown): Readiness {
  return { status: 'fail', note: withoutPersonalData(isNativeError(error) ? error.message : String(error)) };
}

/** A check that does not answer in time has failed: an orchestrator does not wait either. */
async function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MILLIS} ms`)), PATIENCE_MILLIS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
