import { Inject, Injectable } from '@nestjs/common';
import type { ContextPart } from '../context/context-part';
import type { ProjectionsPort, ProjectionStatus, Readiness, ReadinessCheck } from '../context/ports';
import { ContextPorts } from '../context/ports-finder';
import { PARTS } from '../context/tokens';
import { Draining } from '../http/draining';
import { withoutPersonalData } from '../observability/without-personal-data';

const PATIENCE_MILLIS = 3_000;

export interface HealthReport {
  /** The worst of all checks. */
  readonly status: Readiness['status'];
  readonly checks: Readonly<Record<string, Readiness>>;
  /** By context. */
  readonly projections: Readonly<Record<string, readonly ProjectionStatus[]>>;
}

/** Asks everything that this process needs, all at once. */
@Injectable()
export class Health {
  constructor(
    @Inject(ContextPorts) private readonly ports: ContextPorts,
    @Inject(PARTS) private readonly parts: readonly Pick<ContextPart, 'context'>[],
    @Inject(Draining) private readonly draining: Draining,
  ) {}

  async ready(): Promise<HealthReport> {
    const owners = ['app', ...this.parts.map(({ context }) => context)];
    const own = owners.flatMap((owner) => this.ports.readiness(owner)).map((check) => ask(check));
    const projections = await Promise.all(this.projectionPorts().map((port) => statusOf(port)));
    const checks: Record<string, Readiness> = {
      accepting: this.draining.started ? { status: 'fail', note: 'the process is stopping' } : { status: 'ok' },
      ...Object.fromEntries(await Promise.all(own)),
      ...Object.fromEntries(projections.map(({ context, check }) => [`projections of ${context}`, check])),
    };
    const statuses = Object.values(checks).map(({ status }) => status);
    return {
      status: (['fail', 'warn'] as const).find((worst) => statuses.includes(worst)) ?? 'ok',
      checks,
      projections: Object.fromEntries(projections.map(({ context, status }) => [context, status])),
    };
  }

  /** Whether every projection and policy of this process has reached a head that stands still. */
  async settled(): Promise<boolean> {
    const asked = this.projectionPorts().map(({ port }) => inTime(port.settled()).catch(() => false));
    return (await Promise.all(asked)).every(Boolean);
  }

  /** Where projections stand, by context; none where a context does not answer. */
  async projections(): Promise<HealthReport['projections']> {
    const asked = await Promise.all(this.projectionPorts().map((port) => statusOf(port)));
    return Object.fromEntries(asked.map(({ context, status }) => [context, status]));
  }

  private projectionPorts(): readonly ContextProjections[] {
    return this.parts.flatMap(({ context }) => {
      const port = this.ports.projections(context);
      return port ? [{ context, port }] : [];
    });
  }
}

interface ContextProjections {
  readonly context: string;
  readonly port: ProjectionsPort;
}

async function statusOf({ context, port }: ContextProjections) {
  try {
    const status = await inTime(port.status());
    const parked = status.filter((each) => each.parked > 0).map(({ name }) => name);
    const check: Readiness =
      parked.length > 0 ? { status: 'warn', note: `parked streams: ${parked.join(', ')}` } : { status: 'ok' };
    return { context, status, check };
  } catch (error) {
    return { context, status: [], check: failed(error) };
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
  return { status: 'fail', note: withoutPersonalData(error instanceof Error ? error.message : String(error)) };
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
