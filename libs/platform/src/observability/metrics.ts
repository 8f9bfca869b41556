import { isNativeError } from 'node:util/types';
import { Injectable } from '@nestjs/common';
import type { EventStore } from '@fajiao/event-store';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestLine } from './log';

/** What Prometheus is told. One registry a process part, so that two apps in a test do not mix. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'fajiao_http_request_duration_seconds',
    help: 'Time to answer a request, by operation of the policy table.',
    labelNames: ['operation', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  private readonly problems = new Counter({
    name: 'fajiao_problems_total',
    help: 'Answers that were a problem, by operation and code.',
    labelNames: ['operation', 'code'] as const,
    registers: [this.registry],
  });

  private readonly refusals = new Counter({
    name: 'fajiao_refusals_total',
    help: 'Acts that were refused (409, or 403 on a writing operation), by operation and first code.',
    labelNames: ['operation', 'code'] as const,
    registers: [this.registry],
  });

  private readonly appends = new Counter({
    name: 'fajiao_appends_total',
    help: 'Appends to the event store, by context and outcome.',
    labelNames: ['context', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly events = new Counter({
    name: 'fajiao_appended_events_total',
    help: 'Events appended to the event store, by context.',
    labelNames: ['context'] as const,
    registers: [this.registry],
  });

  readonly projectionLag = new Gauge({
    name: 'fajiao_projection_lag_events',
    help: 'Events that wait for a projection or policy.',
    labelNames: ['context', 'projection'] as const,
    registers: [this.registry],
  });

  readonly parkedStreams = new Gauge({
    name: 'fajiao_projection_parked_streams',
    help: 'Streams that a projection or policy has set aside.',
    labelNames: ['context', 'projection'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'fajiao_' });
  }

  served(line: RequestLine, writes: boolean): void {
    const operation = line.operation ?? 'none';
    this.requests.observe({ operation, method: line.method, status: line.status }, line.milliseconds / 1000);
    if (line.code === undefined) return;
    this.problems.inc({ operation, code: line.code });
    if (line.status === 409 || (line.status === 403 && writes)) this.refusals.inc({ operation, code: line.code });
  }

  /** The same store, counted. */
  counting(store: EventStore, context: string): EventStore {
    return {
      append: async (stream, events, expected) => {
        try {
          const appended = await store.append(stream, events, expected);
          this.appends.inc({ context, outcome: 'ok' });
          this.events.inc({ context }, events.length);
          return appended;
        } catch (error) {
          this.appends.inc({ context, outcome: isNativeError(error) ? error.constructor.name : 'unknown' });
          throw error;
        }
      },
      read: (stream, from) => store.read(stream, from),
      last: (stream) => store.last(stream),
      readAll: (after, limit) => store.readAll(after, limit),
      woken: (after, signal) => store.woken(after, signal),
      close: () => store.close(),
    };
  }
}
