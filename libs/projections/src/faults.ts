import { OutcomeUnknown, StoreUnavailable, VersionConflict } from '@fajiao/event-store';
import { PolicyRefused } from './projection';

/** A checkpoint that stands in another event store: going on would mix two histories. */
export class ForeignCheckpoint extends Error {
  constructor(name: string, position: string) {
    super(
      `${name} stands at ${position}, which is a position of another event store. Point the process at that store, or at ` +
        'a database of its own.',
    );
  }
}

/** There is no checkpoint: the database was not migrated for this release. */
export class CheckpointMissing extends Error {
  constructor(name: string) {
    super(`${name} has no checkpoint in this database: run the migration`);
  }
}

/** SQLSTATE classes that speak of one row: data (22), integrity (23), raised by a trigger (P0). */
const OF_THE_DATA = ['22', '23', 'P0'];
const STATE = /^[0-9A-Z]{5}$/;
const OF_THE_SYSTEM = /^E[A-Z]+$/;
/** `pg` tells these by their words only. */
const OF_THE_CONNECTION = /^(Connection terminated|timeout exceeded|Client has encountered a connection error)/;

/**
 * Whether the fault lies in this event, so that trying again changes nothing. All else (connections, locks, rights, a missing
 * table) concerns every stream alike.
 */
export function isPoison(fault: unknown): boolean {
  if (fault instanceof StoreUnavailable || fault instanceof OutcomeUnknown || fault instanceof VersionConflict)
    return false;
  const { code, message } = driverErrorOf(fault);
  if (OF_THE_SYSTEM.test(code ?? '') || OF_THE_CONNECTION.test(message ?? '')) return false;
  const state = stateOf(fault);
  return state === undefined || OF_THE_DATA.includes(state.slice(0, 2));
}

/** What is shown of a fault: never what a row holds, which PostgreSQL puts into its messages. */
export function reasonOf(fault: unknown): string {
  const state = stateOf(fault);
  if (state !== undefined) {
    const { constraint, table } = driverErrorOf(fault);
    return ['SQLSTATE', state, constraint ?? table].filter(Boolean).join(' ');
  }
  return fault instanceof Error ? `${fault.constructor.name}: ${fault.message}` : 'unknown fault';
}

export const codesOf = (fault: unknown): string[] =>
  fault instanceof PolicyRefused ? fault.grounds.map((ground) => ground.code) : [];

interface DriverError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly table?: string;
}

function driverErrorOf(fault: unknown): DriverError {
  if (typeof fault !== 'object' || fault === null) return {};
  return (fault as { driverError?: DriverError }).driverError ?? fault;
}

function stateOf(fault: unknown): string | undefined {
  const { code } = driverErrorOf(fault);
  return typeof code === 'string' && STATE.test(code) ? code : undefined;
}
