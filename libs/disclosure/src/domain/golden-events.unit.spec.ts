import { join } from 'node:path';
import { goldenFaults } from '@fajiao/event-store';
import { disclosures } from './disclosure';
import { refusals } from './refusal';

describe('the events of the public side', () => {
  it('read every version ever written', () => {
    expect(goldenFaults(join(__dirname, 'golden'), { ...disclosures.schemas, ...refusals.schemas })).toEqual([]);
  });
});
