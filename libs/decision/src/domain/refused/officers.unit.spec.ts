import { attempt, play, type Step } from '../../spec-support/play.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  recusal,
} from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { filed, approved, inspected, decided } = straightCase;
const TOWNSHIP = ['officer-1', 'officer-township-1'];
const ENTRUSTED = ['officer-1', 'officer-entrusted-1'];
const townshipFiled = changed(filed, { officers: TOWNSHIP });
const request = (person: string, when = at('2023-09-13', '09:00')) => ({
  ...{ at: when, by: 'officer-1', act: 'request-recusal' },
  data: { person, by: 'party', ground: '与当事人有亲属关系' },
});
const replacement = (officers: readonly string[], by = 'lead-1', when = at('2023-09-14')) => ({
  ...{ at: when, by, act: 'replace-officers' },
  data: { officers },
});

/** Straight up to its decision. */
const ofTownship = withOfficers(upTo('waived'), TOWNSHIP);

describe('it is refused:', () => {
  itIsRefused([
    {
      title: 'an act by somebody who is not on the register',
      given: [filed],
      attempt: { ...approved, by: 'lead-9' },
      refused: ['officers.not-serving internal control'],
    },
    {
      title: 'evidence by an officer whose certificate is suspended',
      given: [filed, approved],
      attempt: changed(inspected, { officers: ['officer-1', 'officer-suspended-1'] }),
      refused: ['officers.certificate-not-in-force APL-42', 'officers.not-assigned APL-42'],
    },
    {
      title: 'an act by an officer whose certificate is suspended',
      given: [],
      attempt: { ...filed, by: 'officer-suspended-1' },
      refused: ['officers.certificate-not-in-force APL-42'],
    },
    {
      title: 'a filing by officers of a township for an offence that was not delegated',
      given: [],
      attempt: changed(majorCase.filed, { officers: TOWNSHIP, place: '县城示例街1号' }, { at: at('2023-12-04') }),
      refused: ['filing.dates-out-of-order APL-54', 'delegation.not-covering APL-24'],
    },
    {
      title: 'a filing by officers of a township for a place outside its area',
      given: [],
      attempt: changed(townshipFiled, { place: '某乡某村' }),
      refused: ['delegation.not-covering APL-24'],
    },
    {
      title: 'a filing by officers of a township that names no place',
      given: [],
      attempt: changed(townshipFiled, { place: undefined }),
      refused: ['delegation.not-covering APL-24'],
    },
    {
      title: 'a filing by officers of an entrusted organisation on the day after its term',
      given: [],
      attempt: changed(filed, { officers: ENTRUSTED, actDate: '2023-12-30' }, { at: at('2024-01-01') }),
      refused: ['delegation.not-covering APL-20'],
    },
    {
      title: 'evidence taken on the day after the term of the delegation',
      given: [
        changed(townshipFiled, { actDate: '2023-12-28' }, { at: at('2023-12-29') }),
        { ...approved, at: at('2023-12-29', '15:00') },
      ],
      attempt: changed(inspected, { officers: TOWNSHIP }, { at: at('2024-01-01') }),
      refused: ['delegation.not-covering APL-24'],
    },
    {
      title: 'a decision on the day after the term of the delegation',
      given: ofTownship,
      attempt: { ...decided, at: at('2024-01-02'), data: { pastTerm: '当事人下落不明' } },
      refused: ['delegation.not-covering APL-24'],
    },
    {
      title: 'a second request about the same person',
      given: [filed, approved, request('officer-2')],
      attempt: request('officer-2', at('2023-09-13', '10:00')),
      refused: ['recusal.already-requested APL-43'],
    },
    {
      title: 'a request about nobody',
      given: [filed, approved],
      attempt: request('officer-9'),
      refused: ['recusal.unknown-person APL-43'],
    },
    {
      title: 'somebody’s recusal of their own accord that another asks for',
      given: [filed, approved],
      attempt: changed(request('officer-2'), { by: 'self' }),
      refused: ['recusal.not-oneself APL-43'],
    },
    {
      title: 'a decision while a request is undecided',
      given: [...upTo('waived'), request('officer-2', at('2023-09-22', '10:00'))],
      attempt: decided,
      refused: ['recusal.undecided APL-43'],
    },
    {
      title: 'a hearing presided over by a chair who is challenged',
      given: [...majorUpTo('noticed'), hearingRequest, hearingNotice, request('chair-1', at('2024-04-01'))],
      attempt: hearing,
      refused: ['recusal.undecided APL-64'],
    },
    {
      title: 'a recusal of a head that one head decides alone',
      given: [filed, approved],
      attempt: recusal('head-2'),
      refused: ['recusal.needs-collective APL-43'],
    },
    {
      title: 'a recusal of a head decided by too few',
      given: [filed, approved],
      attempt: changed(recusal('head-2'), { present: ['head-1', 'head-3'] }),
      refused: ['recusal.needs-collective APL-43'],
    },
    {
      title: 'a recusal of a head at whose deciding that head was present',
      given: [filed, approved],
      attempt: changed(recusal('head-2'), { present: ['head-1', 'head-2', 'head-3', 'head-4'] }),
      refused: ['recusal.needs-collective APL-43'],
    },
    {
      title: 'new officers of whom one is recused',
      given: [filed, approved, recusal('officer-2', at('2023-09-13'))],
      attempt: replacement(['officer-1', 'officer-2']),
      refused: ['officers.recused APL-43'],
    },
    {
      title: 'one new officer',
      given: [filed, approved],
      attempt: replacement(['officer-chair-1']),
      refused: ['officers.fewer-than-two APL-42'],
    },
    {
      title: 'a new officer who is none',
      given: [filed, approved],
      attempt: replacement(['officer-1', 'chair-1']),
      refused: ['officers.not-qualified APL-42'],
    },
    {
      title: 'a lead who replaces an officer by himself',
      given: [filed, approved],
      attempt: replacement(['officer-1', 'officer-lead-1'], 'officer-lead-1'),
      refused: ['duties.same-person internal control'],
      tells: [{ person: 'officer-lead-1', did: 'replaced' }],
    },
    {
      title: 'a new officer who reviewed the case',
      given: [...majorUpTo('concluded'), majorCase.noticed, { ...majorCase.reviewed, by: 'officer-legal-1' }],
      attempt: replacement(['officer-1', 'officer-legal-1'], 'lead-1', at('2024-03-27', '15:00')),
      refused: ['duties.same-person internal control'],
    },
  ]);
});

describe('a request for recusal', () => {
  it('lets the investigation go on, and is settled by the decision on it', () => {
    const before = play([filed, approved, request('officer-2')]);
    const { events } = attempt(inspected, before);
    expect(events?.map(({ type }) => type)).toEqual(['EvidenceCollected']);
    const { state } = play([recusal('officer-2', at('2023-09-14', '09:00'))], before);
    expect(state.recused).toEqual(['officer-2']);
    expect(state.recusalRequests).toMatchObject([{ person: 'officer-2', by: 'party', decided: { recused: true } }]);
  });

  it('that is turned down leaves the person in place', () => {
    const steps = [...upTo('waived'), request('officer-2', at('2023-09-22', '10:00'))];
    const turnedDown = changed(recusal('officer-2', at('2023-09-25')), { recused: false });
    const { state } = play([...steps, turnedDown, decided]);
    expect(state.recused).toEqual([]);
    expect(state.decision?.outcome).toBe('penalty');
  });

  it('about a head is decided by the other heads together', () => {
    const decision = changed(recusal('head-2'), { present: ['head-1', 'head-3', 'head-4'] });
    const { state } = play([filed, approved, request('head-2', at('2023-09-12', '14:00')), decision]);
    expect(state.recused).toEqual(['head-2']);
  });
});

describe('a delegated power', () => {
  it('of a township makes it file and decide in its own name', () => {
    const { state } = play([...ofTownship, decided]);
    expect(state.filing?.power).toMatchObject({ basis: 'APL-24', unit: { id: 'town-1' } });
    expect(state.decision).toMatchObject({ authority: { name: '示例县龙泉镇人民政府', code: '11140922MB0000000X' } });
  });

  it('that is entrusted leaves the decision in the name of the bureau', () => {
    const steps = withOfficers(upTo('waived'), ENTRUSTED);
    const bureau = play([...upTo('waived'), decided]).state.decision;
    const { state } = play([...steps, decided]);
    expect(state.filing?.power).toMatchObject({ basis: 'APL-20', name: '示例县文化站' });
    expect(state.decision).toMatchObject({ authority: bureau && 'authority' in bureau && bureau.authority });
  });

  it('is not needed by officers of the bureau', () => {
    expect(play([filed]).state.filing?.power).toBeNull();
  });
});

/** The same steps with other officers, of whom the first does what the second did. */
function withOfficers(steps: readonly Step[], officers: readonly string[]): readonly Step[] {
  return steps.map((step) => {
    const { data = {}, by } = step;
    return {
      ...step,
      by: by === 'officer-2' ? 'officer-1' : by,
      data: 'officers' in data ? { ...data, officers } : data,
    };
  });
}
