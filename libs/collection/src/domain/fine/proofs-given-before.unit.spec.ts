import { canonicalJson } from '@fajiao/event-store';
import { parseCivilDate, sha256Hex } from '@fajiao/kernel';
import { Desk } from '../../spec-support/fine-desk.fixture.spec';
import { at, rules } from '../../spec-support/samples.fixture.spec';
import { describeFine, digestedFine } from './fine-view';
import { noteCourtApplication, noteDemand } from './follow-decision';

// The digest is what the description without these fields came to; it holds for this version of the rulebook.
const WHEN = at('2023-10-20 09:00');
const digestOf = ({ state }: Desk) => sha256Hex(canonicalJson(digestedFine(state, WHEN, rules)));

describe('the proof of a quote that was given before descriptions held demands', () => {
  it('is recomputed to the same digest from the same history', () => {
    const desk = new Desk();
    desk.pay('A1', 200_000, '2023-10-10 09:30');
    expect(digestOf(desk)).toBe('a13120a81b0670321ac3eab88bceeff546726987e112a3078beef31e6e3843a2');
    expect(describeFine(desk.state, WHEN, rules)).toMatchObject({ demandedOn: null, atCourtSince: null });
  });

  it('rests on the demand and on the application to the court once there are any', () => {
    const desk = new Desk();
    const digests = [digestOf(desk)];
    desk.follow((state) => noteDemand(state, { demand: 1, servedOn: parseCivilDate('2023-10-16') }));
    digests.push(digestOf(desk));
    desk.follow((state) => noteCourtApplication(state, { appliedOn: parseCivilDate('2023-10-18') }));
    digests.push(digestOf(desk));
    expect(new Set(digests).size).toBe(3);
  });
});
