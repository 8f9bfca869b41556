import { instantOfMillis, type Instant } from './instant';

/** The one source of "now". Deciders get the instant, never the clock. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOfMillis(Date.now()) };
