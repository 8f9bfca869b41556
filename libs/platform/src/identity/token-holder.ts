import type { Role } from './roles';

/** Whom a token speaks for. */
export interface TokenHolder {
  readonly id: string;
  readonly roles: readonly Role[];
}
