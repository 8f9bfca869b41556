import {
  courtSought,
  deferred,
  demandIssued,
  enforcementSuspended,
  enforcementTerminated,
  instalments,
} from '../../spec-support/after-service.fixture.spec';
import {
  preserved,
  resolved,
  seized,
  seizureApproved,
  seizureExtension,
  unlicensed,
} from '../../spec-support/measures.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  proposing,
  proposingMajor,
} from '../../spec-support/other-steps.fixture.spec';
import { attempt, play, type Step } from '../../spec-support/play.fixture.spec';
import { onTheSpot } from '../../spec-support/spot-steps.fixture.spec';
import { majorCase, majorUpTo, organisationParty, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { filed, approved, inspected, concluded, decided } = straightCase;
const onDay = (step: Step, day: string): Step => ({ ...step, at: at(day) });
const fine = (fen: number) => ({ kind: 'fine', fen });
const NET_31 = '互联网上网服务营业场所管理条例第三十一条';
const ENT_48 = '娱乐场所管理条例第四十八条';

/** Officer 3's certificate is valid until 30 June 2023. */
const inJune: readonly Step[] = [
  changed(filed, { officers: ['officer-1', 'officer-3'], actDate: '2023-06-22' }, { at: at('2023-06-26') }),
  onDay(approved, '2023-06-27'),
  changed(inspected, { officers: ['officer-1', 'officer-3'] }, { at: at('2023-06-28') }),
];
const proposed = (penalties: readonly object[], more: object = {}) =>
  changed(concluded, proposing({ penalties: [{ kind: 'warning' }, ...penalties], ...more }));
const suspended = (length: object) =>
  changed(majorCase.concluded, proposingMajor({ penalties: [fine(2800000), { kind: 'suspension', ...length }] }));
const extension = (until: string): Step => ({
  ...{ at: at('2023-09-25'), by: 'head-1', act: 'extend-term' },
  data: { until, basis: '旅游行政处罚办法' },
});
const onSpot = (fen: number, more: object = {}) =>
  changed(onTheSpot.decided, { penalties: [fine(fen)], tier: '一般', ...more });
const collected = (ground: string): Step => changed(onTheSpot.collected, { ground });
const plan = (...parts: readonly (readonly [string, number])[]) => instalments('2023-10-09', parts);
const served = upTo('served');
const demanded = [...served, demandIssued('2023-10-20')];

interface Bound {
  readonly given: readonly Step[];
  readonly still: Step;
  readonly beyond: Step;
  readonly refused: readonly string[];
}

/** The last day, the highest amount, the smallest number that the law allows, and the next one. */
const bounds: Readonly<Record<string, Bound>> = {
  'an act is filed on the last day of its two years, not on the next (APL-36)': {
    given: [],
    still: changed(filed, { actDate: '2021-09-11' }),
    beyond: changed(filed, { actDate: '2021-09-10' }),
    refused: ['limitation.expired APL-36'],
  },
  'a certificate holds on its last day (APL-42)': {
    given: inJune,
    still: onDay(inJune[2] ?? inspected, '2023-06-30'),
    beyond: onDay(inJune[2] ?? inspected, '2023-07-01'),
    refused: ['officers.certificate-expired APL-42'],
  },
  'an investigation ends while two of its officers may act (APL-42)': {
    given: inJune,
    still: onDay(concluded, '2023-06-30'),
    beyond: onDay(concluded, '2023-07-01'),
    refused: ['officers.fewer-than-two APL-42'],
  },
  'a decision is made on day 90 (APL-60)': {
    given: upTo('waived'),
    still: onDay(decided, '2023-12-11'),
    beyond: onDay(decided, '2023-12-12'),
    refused: ['decision.term-expired APL-60'],
  },
  'a term is extended by three months at most (APL-60)': {
    given: upTo('waived'),
    still: extension('2024-03-11'),
    beyond: extension('2024-03-12'),
    refused: ['term.too-long APL-60'],
  },
  'a penalty waits for the window of the statement (APL-45)': {
    given: upTo('noticed'),
    still: onDay(decided, '2023-09-29'),
    beyond: decided,
    refused: ['notice.window-open APL-45'],
  },
  'a hearing is asked for within five working days (APL-64)': {
    given: majorUpTo('noticed'),
    still: onDay(hearingRequest, '2024-03-26'),
    beyond: onDay(hearingRequest, '2024-03-27'),
    refused: ['hearing.request-late APL-64'],
  },
  'a hearing is told seven working days ahead (APL-64)': {
    given: [...majorUpTo('noticed'), hearingRequest],
    still: changed(hearingNotice, { hearingAt: '2024-04-02T01:00:00.000Z' }),
    beyond: changed(hearingNotice, { hearingAt: '2024-04-01T01:00:00.000Z' }),
    refused: ['hearing.notice-too-short APL-64'],
  },
  'a hearing is held on the day told, not before (APL-64)': {
    given: [...majorUpTo('noticed'), hearingRequest, hearingNotice],
    still: onDay(hearing, '2024-04-02'),
    beyond: onDay(hearing, '2024-04-01'),
    refused: ['hearing.not-noticed APL-64'],
  },
  'one or two represent the party (APL-64)': {
    given: [...majorUpTo('noticed'), hearingRequest, hearingNotice],
    still: changed(hearing, { representatives: 2 }),
    beyond: changed(hearing, { representatives: 3 }),
    refused: ['hearing.too-many-representatives APL-64'],
  },
  'three of five heads are a quorum (readings: quorum)': {
    given: majorUpTo('reviewed'),
    still: deliberatedBy('head-1', 'head-2', 'head-3'),
    beyond: deliberatedBy('head-1', 'head-2'),
    refused: ['deliberation.no-quorum profile'],
  },
  'what is preserved is dealt with in seven working days (APL-56)': {
    given: [...unlicensed, preserved],
    still: resolved('2023-09-22', 'sent-for-appraisal'),
    beyond: resolved('2023-09-23', 'sent-for-appraisal'),
    refused: ['preservation.lapsed APL-56'],
  },
  'a seizure is extended on its thirtieth day (ACL-25)': {
    given: [...unlicensed, seizureApproved, seized],
    still: seizureExtension('2023-10-14', { reasons: '案情复杂' }),
    beyond: seizureExtension('2023-10-15', { reasons: '案情复杂' }),
    refused: ['seizure.lapsed ACL-25'],
  },
  'a demand comes after the term of payment (ACL-54)': {
    given: served,
    still: demandIssued('2023-10-14'),
    beyond: demandIssued('2023-10-13'),
    refused: ['payment.term-open ACL-54, APL-72'],
  },
  'the court is applied to after the ten working days of the demand (ACL-54)': {
    given: [...served, demandIssued('2024-03-29')],
    still: courtSought('2024-04-16'),
    beyond: courtSought('2024-04-15'),
    refused: ['demand.term-open ACL-54'],
  },
  'and after the last day for a suit (ACL-53)': {
    given: demanded,
    still: courtSought('2024-03-29'),
    beyond: courtSought('2024-03-28'),
    refused: ['court.remedy-open ACL-53'],
  },
  'and within three months of it (ACL-53)': {
    given: demanded,
    still: courtSought('2024-06-28'),
    beyond: courtSought('2024-06-29'),
    refused: ['court.term-expired ACL-53'],
  },
  'enforcement ends after three whole years of suspension (ACL-39)': {
    given: [...served, enforcementSuspended('2023-10-20')],
    still: enforcementTerminated('2026-10-21', 'suspended-three-years'),
    beyond: enforcementTerminated('2026-10-20', 'suspended-three-years'),
    refused: ['enforcement.suspension-too-short ACL-39'],
  },
  'a deferral ends later than the day on which it is approved (APL-66)': {
    given: served,
    still: deferred('2023-11-01', '2023-11-02'),
    beyond: deferred('2023-11-01', '2023-11-01'),
    refused: ['term.not-later APL-66'],
  },
  'each instalment falls due after the one before (APL-66)': {
    given: served,
    still: plan(['2023-11-30', 200000], ['2023-12-01', 300000]),
    beyond: plan(['2023-11-30', 200000], ['2023-11-30', 300000]),
    refused: ['instalments.out-of-order APL-66'],
  },
  'the first of them after today (APL-66)': {
    given: served,
    still: plan(['2023-10-10', 100000], ['2023-10-12', 100000], ['2023-11-30', 300000]),
    beyond: plan(['2023-10-09', 100000], ['2023-10-12', 100000], ['2023-11-30', 300000]),
    refused: ['instalments.out-of-order APL-66'],
  },
  'a fine may be the maximum': {
    given: upTo('questioned'),
    still: proposed([fine(1500000)], { tier: '较重' }),
    beyond: proposed([fine(1500001)], { tier: '较重', reasons: '多次举报' }),
    refused: [`fine.above-maximum ${NET_31}`],
  },
  'and the minimum': {
    given: majorUpTo('inspected'),
    still: changed(majorCase.concluded, proposingMajor({ penalties: [fine(1000000)], tier: '一般' })),
    beyond: changed(majorCase.concluded, proposingMajor({ penalties: [fine(999999)], tier: '一般', reasons: '初次' })),
    refused: [`fine.below-minimum ${ENT_48}`],
  },
  'both bounds of a tier belong to it, the upper (readings: tier-bounds)': {
    given: upTo('questioned'),
    still: proposed([fine(800000)]),
    beyond: proposed([fine(800001)]),
    refused: ['discretion.outside-tier APL-34'],
  },
  'and the lower': {
    given: upTo('questioned'),
    still: proposed([fine(300000)]),
    beyond: proposed([fine(299999)]),
    refused: ['discretion.outside-tier APL-34'],
  },
  'a suspension lasts six months at most': {
    given: majorUpTo('inspected'),
    still: suspended({ months: 6 }),
    beyond: suspended({ days: 181 }),
    refused: [`suspension.outside-range ${ENT_48}`],
  },
  'and one at least': {
    given: majorUpTo('inspected'),
    still: suspended({ days: 30 }),
    beyond: suspended({ days: 29 }),
    refused: [`suspension.outside-range ${ENT_48}`],
  },
  'a citizen is fined 200 yuan on the spot at most (APL-51)': {
    given: [],
    still: onSpot(20000),
    beyond: onSpot(20001),
    refused: ['simple-procedure.above-limit APL-51'],
  },
  'an organisation 3,000 (APL-51)': {
    given: [],
    still: onSpot(300000, {
      ...{ party: organisationParty, offence: 'CT-NET-31-1', conditions: [] },
      penalties: [{ kind: 'warning' }, fine(300000)],
    }),
    beyond: onSpot(300001, {
      ...{ party: organisationParty, offence: 'CT-NET-31-1', conditions: [] },
      penalties: [{ kind: 'warning' }, fine(300001)],
    }),
    refused: ['simple-procedure.above-limit APL-51'],
  },
};

function deliberatedBy(...present: readonly string[]): Step {
  const opinions = Object.fromEntries(present.map((person) => [person, '同意']));
  return changed(majorCase.deliberated, { present, opinions });
}

describe('the last that is lawful still is, and the next is refused:', () => {
  it.each(Object.entries(bounds))('%s', (_what, { given, still, beyond, refused }) => {
    const played = play(given);
    expect(attempt(still, played).refused).toBeUndefined();
    expect(attempt(beyond, played).refused?.map(({ code, source }) => `${code} ${source}`)).toEqual(refused);
  });

  it('100 yuan are taken on the spot, and not more on that ground alone (APL-68)', () => {
    expect(attempt(collected('fine-not-above-100'), play([onSpot(10000)])).refused).toBeUndefined();
    const more = play([onSpot(10001)]);
    expect(attempt(collected('fine-not-above-100'), more).refused).toMatchObject([{ code: 'spot-collection.ground' }]);
    expect(attempt(collected('hard-to-collect-later'), more).refused).toBeUndefined();
  });
});
