import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Instant, parseInstant } from '@fajiao/kernel';
import type { Request } from 'express';
import type { Config } from '../config/config';
import { CLOCK, CONFIG } from '../context/tokens';
import { platformProblem } from '../problem/problem';

/** When a request is made: on the server's clock, or in demonstration mode at the time that it says. */
@Injectable()
export class RequestTime {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'DEMO_MODE'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the record of a request that is refused before its headers are judged. */
  ofRefused(request: Request): Instant {
    try {
      return this.of(request);
    } catch {
      return this.clock.now();
    }
  }

  /** @throws Problem 400 for a Fajiao-Demo-Time that is no time, or outside demonstration mode */
  of(request: Request): Instant {
    const header = request.get('Fajiao-Demo-Time');
    if (header === undefined) return this.clock.now();
    if (!this.config.DEMO_MODE) throw platformProblem('demo-time.not-allowed');
    try {
      return parseInstant(header);
    } catch {
      throw platformProblem('header.invalid', { errors: [{ header: 'Fajiao-Demo-Time', code: 'field.instant' }] });
    }
  }
}
