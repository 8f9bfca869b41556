import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenFaults } from '@fajiao/event-store';
import type { Fact } from '@fajiao/kernel';
import { noCase } from '../case-state';
import { documentNumbers } from '../document-numbers';
import { evolve } from '../evolve';
import { partyActs } from '../party-acts';
import { refusals } from '../refusal';
import { caseSchemas, type CaseEvent } from './index';

const folder = join(__dirname, 'golden');

describe('the events of the deciding side', () => {
  it('read every version ever written, and say in a sample each field that is personal', () => {
    const schemas = { ...caseSchemas, ...documentNumbers.schemas, ...partyActs.schemas, ...refusals.schemas };
    expect(goldenFaults(folder, schemas)).toEqual([]);
  });

  it.each(readdirSync(folder).filter((file) => Object.hasOwn(caseSchemas, file.split('.')[0] ?? '')))(
    'fold as they are kept: %s',
    (file) => {
      const samples = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly { data: object; now?: object }[];
      const type = file.split('.')[0];
      for (const { data, now = data } of samples) {
        const meta = {
          occurredAt: '2023-09-11T01:00:00.000Z',
          recordedAt: '2023-09-11T01:00:00.000Z',
          actor: { id: 'a' },
        };
        const state = evolve(noCase, { type, data: now, meta, revision: 0 } as Fact<CaseEvent>);
        expect(state.log).toHaveLength(1);
      }
    },
  );
});
