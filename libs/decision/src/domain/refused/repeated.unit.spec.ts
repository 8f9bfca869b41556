import { parseCivilDate } from '@fajiao/kernel';
import { attempt, play, type Step } from '../../spec-support/play.fixture.spec';
import { changed, revision } from '../../spec-support/other-steps.fixture.spec';
import { onTheSpot } from '../../spec-support/spot-steps.fixture.spec';
import { organisationParty, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

/** An earlier act of the party against the same provision, and the fine for it. */
const fined = (until: string) => ({ caseId: 'earlier', offence: '', until: parseCivilDate(until) });
const earlier = (step: Step, ...until: readonly string[]): Step => ({ ...step, earlier: until.map(fined) });

const repeats = (step: Step, given: readonly Step[]) =>
  attempt(step, play(given)).refused?.filter(({ code }) => code === 'discretion.repeated') ?? [];

/** The straight case is an act of 2023-09-09; its provision keeps the lowest tier for the first time. */
const warned = changed(straightCase.concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '轻微' } });
const given = upTo('questioned');

describe('a tier for the first time', () => {
  it('is none for a party that was fined under the provision before, whenever that was (APL-34)', () => {
    expect(repeats(earlier(warned, '2021-09-01'), given)).toEqual([
      { code: 'discretion.repeated', source: 'APL-34', detail: { tier: '轻微', cases: 'earlier' } },
    ]);
    expect(repeats(earlier(warned, '2021-09-01', '2022-09-01'), given)[0]?.detail?.['cases']).toBe('earlier, earlier');
    expect(attempt(warned, play(given)).refused).toBeUndefined();
  });

  it('is one for it where the reasons are on record', () => {
    const proposal = { penalties: [{ kind: 'warning' }], tier: '轻微', reasons: '两次违法相隔较久' };
    expect(attempt(earlier(changed(warned, { proposal }), '2021-09-01'), play(given)).refused).toBeUndefined();
  });

  it('leaves the others open', () => {
    expect(attempt(earlier(straightCase.concluded, '2023-09-01'), play(given)).refused).toBeUndefined();
  });

  it('is none for a revision either', () => {
    const milder = revision({ penalties: [{ kind: 'warning' }], tier: '轻微' }, true);
    expect(repeats(earlier(milder, '2023-09-01'), upTo('concluded'))).toHaveLength(1);
    expect(repeats(milder, upTo('concluded'))).toEqual([]);
  });

  it('is none on the spot', () => {
    expect(repeats(earlier(onTheSpot.decided, '2024-09-01'), [])).toHaveLength(1);
    expect(repeats(onTheSpot.decided, [])).toEqual([]);
  });
});

describe('a tier for the first time within a year', () => {
  const place = { party: organisationParty, offence: 'CT-ENT-49-2' };
  const ofPlace = [changed(straightCase.filed, place), ...given.slice(1)];
  const noted = changed(straightCase.concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '一般' } });

  it.each([
    ['2023-09-08', 1],
    ['2022-09-09', 1],
    ['2022-09-08', 0],
  ])('counts an act of %s: %d', (until, many) => {
    expect(repeats(earlier(noted, until), ofPlace)).toHaveLength(many);
  });

  it('names those that count alone', () => {
    const [ground] = repeats(
      { ...noted, earlier: [fined('2020-01-01'), { ...fined('2023-09-01'), caseId: 'b' }] },
      ofPlace,
    );
    expect(ground?.detail).toEqual({ tier: '一般', cases: 'b' });
  });
});
