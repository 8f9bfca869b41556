import { type Actor, type Decision, type DomainEvent, parseInstant, sha256Hex, uuid5 } from '@fajiao/kernel';
import { aesSealer } from './aes-sealer';
import { Codec } from './codec';
import type { Aggregate, Command } from './command';

/** A small aggregate: units come in and go out, and there are never less than none. */
export type Moved = DomainEvent<'Moved', { readonly units: number }>;
export type Noted = DomainEvent<'Noted', { readonly text: string }>;
export type AccountEvent = Moved | Noted;

export interface Account {
  readonly units: number;
  readonly events: number;
}

export const account: Aggregate<Account, AccountEvent> = {
  category: 'case',
  initial: { units: 0, events: 0 },
  evolve: (state, fact) => ({
    units: state.units + (fact.type === 'Moved' ? fact.data.units : 0),
    events: state.events + 1,
  }),
  schemas: { Moved: { version: 1 }, Noted: { version: 1, personal: ['text'] } },
};

/** Two events a command, so that a half-written one would show. */
export const move =
  (units: number) =>
  (state: Account): Decision<AccountEvent> =>
    state.units + units < 0
      ? { refused: [{ code: 'account.empty', source: 'test', detail: { units: state.units } }] }
      : { events: [moved(units), { type: 'Noted', data: { text: `had ${state.units}` } }] };

export const moved = (units: number): Moved => ({ type: 'Moved', data: { units } });

export const codec = new Codec(aesSealer(Buffer.alloc(32, 3)));

const people: Actor = { id: 'officer-1', roles: ['officer'] };
export const policy: Actor = { id: 'policy:mover', roles: [] };

export const commandOf = (name: string, change: Partial<Command> = {}): Command => ({
  id: uuid5('account', name),
  hash: sha256Hex(name),
  context: 'decision',
  actor: people,
  occurredAt: parseInstant('2023-09-11T09:00:00+08:00'),
  recordedAt: parseInstant('2023-09-11T09:00:00+08:00'),
  correlationId: name,
  causationId: name,
  rulebook: { profile: 'test', version: '1' },
  ...change,
});
