import { parseCivilDate } from '@fajiao/kernel';
import { codes } from '../../spec-support/discretion.fixture.spec';
import { changed } from '../../spec-support/other-steps.fixture.spec';
import { contextOf, happened, play } from '../../spec-support/play.fixture.spec';
import { citizenParty, filing, organisationParty, straightCase } from '../../spec-support/steps.fixture.spec';
import { decide } from '../act';
import { caseActs } from '../case-acts';

const { filed, approved, inspected, concluded } = straightCase;

describe('a person responsible beside an organisation', () => {
  const beside = 'b7a0c7de-52a1-4d0e-8f0b-2f3f6d1c9a10';
  const person = changed(filed, { party: citizenParty, offence: 'CT-TOUR-98', beside });
  const besideCase = {
    party: 'organisation',
    offence: 'CT-TOUR-98',
    actDate: parseCivilDate(filing.actDate),
  } as const;
  const nothing = play([]);

  it('has a case of its own, linked to the organisation’s case of the same act', () => {
    expect(codes(person, nothing, { besideCase })).toEqual([]);
    expect(codes(person, nothing)).toEqual(['filing.organisation-case-unknown catalogue']);
    expect(codes(person, nothing, { besideCase: { ...besideCase, offence: 'CT-TOUR-95' } })).toEqual([
      'filing.organisation-case-unknown catalogue',
    ]);
    expect(codes(person, nothing, { besideCase: { ...besideCase, party: 'citizen' } })).toEqual([
      'filing.organisation-case-unknown catalogue',
    ]);
    expect(codes(changed(person, { party: organisationParty }), nothing, { besideCase })).toEqual([
      'offence.subject-not-covered 旅游法第九十八条',
    ]);
  });

  it('is fined within the range for persons, with what the article commands beside it', () => {
    const act = caseActs.find(({ name }) => name === 'file')!;
    const made = decide(act, person.data as never, nothing.state, { ...contextOf(person), besideCase });
    const given = play([approved, inspected], happened('events' in made ? made.events : [], person, nothing));
    const propose = (penalties: readonly object[], more: object = {}) =>
      codes(changed(concluded, { proposal: { penalties, tier: '一般' }, ...more }), given);
    expect(propose([{ kind: 'fine', fen: 500_000 }])).toEqual([]);
    expect(propose([{ kind: 'fine', fen: 2_000_001 }])).toEqual(['fine.above-maximum 旅游法第九十八条']);
    expect(propose([{ kind: 'suspension', months: 1 }])).toContain('penalty.not-provided 旅游法第九十八条');
    const fine = { kind: 'fine', fen: 500_000 };
    const gains = { gainsFen: 100_000 };
    expect(propose([fine], gains)).toEqual(['penalty.mandatory-missing 旅游法第九十八条']);
    expect(propose([fine, { kind: 'confiscation-of-gains', fen: 100_000 }], gains)).toEqual([]);
    expect(propose([{ kind: 'fine', fen: 500_000 }], { conditions: ['guide'] })).toEqual([
      'penalty.mandatory-missing 旅游法第九十八条',
    ]);
    expect(
      propose([{ kind: 'fine', fen: 500_000 }, { kind: 'licence-revocation' }], { conditions: ['guide'] }),
    ).toEqual([]);
  });
});
