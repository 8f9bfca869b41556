import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '@fajiao/event-store';
import { ContextPorts } from '../context/context-ports';
import { platformProblem } from '../problem/problem';

/** How long a request waits for the read model, in milliseconds. */
export const POSITION_PATIENCE = 5_000;

/** Holds a request until its context's projections have read what the caller has just written. */
@Injectable()
export class PositionGate {
  constructor(@Inject(ContextPorts) private readonly ports: ContextPorts) {}

  /** @throws Problem `header.invalid`, or `projection.behind` when the patience is at its end */
  async pass(header: string, context: string): Promise<void> {
    if (!isPosition(header)) {
      throw platformProblem('header.invalid', { errors: [{ header: 'Fajiao-Min-Position', code: 'field.position' }] });
    }
    const projections = this.ports.projections(context);
    if (!projections) return;
    const signal = AbortSignal.timeout(POSITION_PATIENCE);
    try {
      await projections.waitFor(header, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw platformProblem('projection.behind', { retryAfterSeconds: 1 }, { cause: error });
    }
  }
}

function isPosition(text: string): text is Position {
  return /^[\x21-\x39\x3b-\x7e]{1,100}:\d{20}$/.test(text);
}
