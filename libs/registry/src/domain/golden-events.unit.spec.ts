import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aggregate, goldenFaults } from '@fajiao/event-store';
import type { DomainEvent } from '@fajiao/kernel';
import { fold } from '../spec-support/facts.fixture.spec';
import { delegations } from './delegation';
import { officers } from './officer';
import { panels } from './panel';
import { refusals } from './refusal';

const folder = join(__dirname, 'golden');

describe('the events of the registry', () => {
  it('read as they were written, in every version ever released', () => {
    const schemas = { ...officers.schemas, ...panels.schemas, ...delegations.schemas, ...refusals.schemas };
    expect(goldenFaults(folder, schemas)).toEqual([]);
  });

  it.each([...samplesOf(officers), ...samplesOf(panels), ...samplesOf(delegations), ...samplesOf(refusals)])(
    'change the state that they are folded into: $type',
    ({ before, after }) => {
      for (const state of after) expect(state).not.toEqual(before);
    },
  );
});

/** What each sample makes of a state that holds the other samples. */
function samplesOf<State, E extends DomainEvent>(aggregate: Aggregate<State, E>) {
  const read = (type: string) =>
    (JSON.parse(readFileSync(join(folder, `${type}.v1.json`), 'utf8')) as readonly Pick<E, 'data'>[]).map(
      ({ data }) => ({ type, data }) as E,
    );
  const types = Object.keys(aggregate.schemas);
  return types.map((type) => {
    const others = types.filter((other) => other !== type).flatMap(read);
    const before = fold(aggregate, others);
    return { type, before, after: read(type).map((event) => fold(aggregate, [event], before)) };
  });
}
