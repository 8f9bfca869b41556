import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { removeBodyFile } from './body-file';

/** Whether this process is stopping, and what it has accepted and not yet answered. */
@Injectable()
export class Draining {
  private stopping = false;
  private open = 0;
  private idle: (() => void) | undefined;

  get started(): boolean {
    return this.stopping;
  }

  /** Counts requests; once stopping has begun, answers tell their callers to come back on another connection. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    this.open += 1;
    if (this.stopping) response.setHeader('Connection', 'close');
    response.once('close', () => {
      this.open -= 1;
      if (this.open === 0) this.idle?.();
      void removeBodyFile(request).catch(() => undefined); // found, and removed, by the next start
    });
    next();
  };

  /** Resolves when every accepted request is answered, or when the patience is at its end. */
  async drain(patienceMillis: number): Promise<'drained' | 'gave up'> {
    this.stopping = true;
    if (this.open === 0) return 'drained';
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('gave up'), patienceMillis);
      this.idle = () => {
        clearTimeout(timer);
        resolve('drained');
      };
    });
  }
}
