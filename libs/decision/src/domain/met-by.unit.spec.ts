import {
  changedByOwn,
  concluded as remedyConcluded,
  courtSought,
  demandIssued,
  heardOnDemand,
  sought,
} from '../spec-support/after-service.fixture.spec';
import { equipmentConfiscated, preserved, resolved, unlicensed } from '../spec-support/measures.fixture.spec';
import {
  at,
  changed,
  exclusion,
  hearing,
  hearingNotice,
  hearingRequest,
  lowered,
  recusal,
  revision,
  statement,
  statementReview,
} from '../spec-support/other-steps.fixture.spec';
import { actNamed, contextOf, lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpotUpTo, transfer, transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { requirementsOf } from './act';
import { basisOf } from './workflow';

/** Each requirement says by which events it is met: what an act rests on can be looked up, and nothing happens before it. */

const { concluded, noticed, waived, decided } = straightCase;
const again = (step: Step, when: string): Step => ({ ...step, at: when });
const challenge: Step = {
  ...{ at: at('2023-09-14'), by: 'officer-1', act: 'request-recusal' },
  data: { person: 'officer-2', by: 'party', ground: '与当事人有亲属关系' },
};
const verifiedFirst: Step = {
  ...{ at: at('2023-09-15'), by: 'officer-1', act: 'verify-evidence' },
  data: { evidence: 1, result: '一致' },
};
const turnedDown = changed(recusal('officer-2', at('2023-09-15')), { recused: false });
const lower = (fen: number, when = at('2023-09-26')): Step => ({
  ...revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen }] }),
  at: when,
});

/** Events by which a requirement of an act is met, as `revision type`; else how it stands. */
function metBy(act: string, code: string, given: readonly Step[], day = given.at(-1)?.at ?? ''): string {
  const { state } = play(given);
  const asked = requirementsOf(actNamed(act), state, lawOn(day)).find((one) => one.code === code);
  if (asked?.state !== 'met') return asked?.state ?? 'not asked';
  return asked.by.map((revision) => `${revision} ${state.log[revision]?.type}`).join(', ') || 'met';
}

describe('a requirement is met by', () => {
  const heard = [...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing];
  const renoticed = [...majorUpTo('noticed'), lowered('2024-03-27'), again(noticed, at('2024-03-28'))];

  const table: readonly (readonly [string, string, string, readonly Step[], string, string?])[] = [
    ['the conclusion', 'decide', 'investigation.not-concluded', upTo('concluded'), '5 InvestigationConcluded'],
    [
      'the conclusion and the version that stands',
      ...(['decide', 'investigation.not-concluded'] as const),
      [...upTo('noticed'), lower(400000), lower(300000, at('2023-09-27'))],
      '5 InvestigationConcluded, 8 ProposalRevised',
    ],
    [
      'all evidence that can be used',
      ...(['conclude-investigation', 'evidence.missing'] as const),
      [...upTo('questioned'), exclusion(1)],
      '4 EvidenceCollected',
    ],
    [
      'what verified the evidence that is used',
      ...(['decide', 'evidence.not-verified'] as const),
      [...upTo('questioned'), verifiedFirst, concluded, exclusion(1, at('2023-09-25'))],
      '6 InvestigationConcluded',
    ],
    [
      'the notice, after its window',
      'decide',
      'notice.window-open',
      upTo('noticed'),
      '6 PriorNoticeServed',
      '2023-10-10',
    ],
    ['the waiver', 'decide', 'notice.window-open', upTo('waived'), '7 RightsWaived'],
    [
      'the notice that told the right to a hearing and the waiver after another one',
      ...(['decide', 'notice.window-open'] as const),
      [...renoticed, again(waived, at('2024-03-28', '16:00'))],
      '8 RightsWaived, 5 PriorNoticeServed',
    ],
    [
      'each review of a statement',
      ...(['decide', 'statement.not-reviewed'] as const),
      [...upTo('noticed'), statement, statementReview, again(statement, at('2023-09-26'))].concat(
        again(statementReview, at('2023-09-26', '16:00')),
      ),
      '8 StatementReviewed, 10 StatementReviewed',
    ],
    ['no review, where nothing was said', 'decide', 'statement.not-reviewed', upTo('waived'), 'not-required'],
    [
      'the statements that are to be reviewed',
      ...(['review-statement', 'statement.none-to-review'] as const),
      [...upTo('noticed'), statement, statementReview, again(statement, at('2023-09-26'))],
      '9 StatementMade',
    ],
    [
      'the last version, which took an adopted statement up',
      ...(['decide', 'statement.adopted-not-taken-up'] as const),
      [
        ...[...upTo('noticed'), lower(450000, at('2023-09-22')), statement],
        ...[changed(statementReview, { adopted: true }), lower(400000)],
      ],
      '10 ProposalRevised',
    ],
    [
      'the request and the end of the hearing',
      ...(['decide', 'hearing.missing'] as const),
      heard,
      '6 HearingRequested, 8 HearingHeld',
    ],
    ['the hearing on whose record it is decided', 'decide', 'hearing.evidence-not-heard', heard, '8 HearingHeld'],
    [
      'the decision on each challenge',
      ...(['decide', 'recusal.undecided'] as const),
      [...upTo('inspected'), challenge, turnedDown],
      '5 RecusalDecided',
    ],
    ['no decision, where nobody was challenged', 'decide', 'recusal.undecided', upTo('waived'), 'not-required'],
    ['no power, where officers of the bureau act', 'decide', 'delegation.not-covering', upTo('waived'), 'not-required'],
    [
      'a preservation that is open',
      ...(['resolve-preservation', 'preservation.none-open'] as const),
      [...unlicensed, preserved],
      'met',
    ],
    [
      'nothing, where it was resolved',
      ...(['resolve-preservation', 'preservation.none-open'] as const),
      [...unlicensed, preserved, resolved('2023-09-15')],
      'missing',
    ],
    [
      'nothing that looked into the crime, while its transfer is only proposed',
      ...(['decide', 'offence.crime-not-checked'] as const),
      [...unlicensed, again(transfer.proposed, at('2023-10-27'))],
      'missing',
    ],
    ['nothing, where none is', 'resolve-preservation', 'preservation.none-open', unlicensed, 'missing'],
    [
      'the return of the case by the justice organ, which looked into the crime',
      ...(['decide', 'offence.crime-not-checked'] as const),
      [
        ...unlicensed,
        ...[transfer.proposed, transfer.granted, transfer.handedOver, transfer.returned].map((step) =>
          again(step, step.at.replace(/^2024-05/, '2023-10').replace(/^2024-06/, '2023-11')),
        ),
      ].sort((a, b) => (a.at < b.at ? -1 : 1)),
      '7 CaseReturned',
    ],
    [
      'the conclusion that looked into the crime',
      ...(['decide', 'offence.crime-not-checked'] as const),
      [...unlicensed, ...equipmentConfiscated.slice(0, 1)],
      '4 InvestigationConcluded',
    ],
  ];
  it.each(table.map(([what, ...row]) => [what, row] as const))('%s', (_what, [act, code, given, events, day]) => {
    expect(metBy(act, code, given, day && at(day))).toBe(events);
  });
});

describe('an act rests on', () => {
  const restsOn = (step: Step, given: readonly Step[]): readonly string[] => {
    const { state } = play(given);
    const revisions = basisOf(actNamed(step.act), (step.data ?? {}) as never, state, contextOf(step));
    return [...new Set(revisions)].sort((a, b) => a - b).map((revision) => state.log[revision]?.type ?? '');
  };

  it('nothing, when it is the first', () => {
    expect(restsOn(straightCase.filed, [])).toEqual([]);
  });

  it('everything that met what the law asks before a penalty', () => {
    expect(restsOn(decided, upTo('waived'))).toEqual([
      ...['FilingApproved', 'InvestigationConcluded', 'PriorNoticeServed', 'RightsWaived'],
    ]);
    expect(restsOn(majorCase.decided, majorUpTo('deliberated'))).toEqual([
      ...['FilingApproved', 'InvestigationConcluded', 'PriorNoticeServed', 'LegalReviewPassed', 'DeliberationHeld'],
    ]);
  });

  it('the officers who were assigned, when they take evidence', () => {
    expect(restsOn(straightCase.inspected, upTo('approved'))).toEqual(['FilingApproved', 'OfficersAssigned']);
  });

  it('what the party said after the demand, when the court is applied to', () => {
    const step = courtSought('2024-04-01', { objectState: '银行存款' });
    const given = [...upTo('served'), demandIssued('2023-10-20'), heardOnDemand('2023-10-23')];
    expect(restsOn(step, given)).toEqual(['PenaltyDecided', 'DecisionServed', 'DemandIssued', 'DemandStatementHeard']);
  });

  it('the reconsideration that came first, when a suit follows it', () => {
    const given = [...onTheSpotUpTo('decided'), sought('2024-09-20'), remedyConcluded('2024-11-01', 'upheld')];
    expect(restsOn(sought('2024-11-04', 'litigation'), given)).toContain('RemedyConcluded');
  });

  it('the decision that it changes', () => {
    expect(restsOn(changedByOwn('2023-10-09', 400000), upTo('served'))).toContain('PenaltyDecided');
  });

  it('the approval of a transfer, when the case is handed over', () => {
    expect(restsOn(transfer.handedOver, transferUpTo('granted'))).toContain('TransferApproved');
  });
});

describe('nothing happens before that on which it builds', () => {
  it('but at the same minute it may', () => {
    const { state } = play(upTo('concluded'));
    const sameMinute = { ...noticed, at: concluded.at };
    expect(basisOf(actNamed(noticed.act), noticed.data as never, state, contextOf(sameMinute))).not.toEqual([]);
    expect(() => play([...upTo('concluded'), sameMinute])).not.toThrow();
    const minuteBefore = { ...noticed, at: at('2023-09-20', '16:59') };
    expect(() => play([...upTo('concluded'), minuteBefore])).toThrow('time.before-basis');
  });
});
