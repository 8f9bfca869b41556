import { civilDateOf, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { caseActs } from '../domain/case-acts';
import {
  appealed,
  archived,
  closed,
  concluded,
  courtAnswered,
  courtReviewSought,
  courtSought,
  deferred,
  demandIssued,
  enforcementSuspended,
  enforcementTerminated,
  judgmentGiven,
  paid,
  revokedByOwn,
  sought,
  stayed,
  writtenOff,
} from './after-service.fixture.spec';
import { Dice } from './dice.fixture.spec';
import {
  equipmentConfiscated,
  preserved,
  resolved,
  seized,
  seizedUrgently,
  seizureApproved,
  unlicensed,
  confirmation,
  correctionOrder,
  testing,
} from './measures.fixture.spec';
import {
  at,
  changed,
  exclusion,
  guideCase,
  hearing,
  hearingNotice,
  hearingRequest,
  recusal,
  requestWithdrawn,
  statement,
  statementReview,
  suspension,
} from './other-steps.fixture.spec';
import { attempt, play, type Played, type Step } from './play.fixture.spec';
import { afterService, declined, judged, onTheSpotUpTo, reviewRequest, transferUpTo } from './spot-steps.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from './steps.fixture.spec';
import { tries } from './tries.fixture.spec';

const nothingProven = changed(straightCase.concluded, {
  proposal: { penalties: [], tier: '不予处罚', noPenalty: { ground: 'not-proven', reasons: '证据不足' } },
});

const spared: Step = { ...straightCase.decided, act: 'decide-no-penalty', data: { ground: 'not-proven' } };

/** Filed and investigated under a power that ends with 2023. */
const together = ['officer-township-1', 'officer-1'];
const inTownship: readonly Step[] = [
  changed(straightCase.filed, { officers: together }),
  straightCase.approved,
  changed(straightCase.inspected, { officers: together }),
  straightCase.concluded,
];

/** With the police and back, after a court had fined the party for the crime. */
const finedByCourt: readonly Step[] = [
  ...[...transferUpTo('handedOver')].slice(2).map((step, i) => ({ ...step, at: at('2023-09-26', `1${i}:00`) })),
  judged(at('2023-10-09')),
  { ...transferUpTo('returned').at(-1)!, at: at('2023-10-10') },
];

const applied: readonly Step[] = [...upTo('served'), demandIssued('2023-11-20'), courtSought('2024-04-10')];
const refusedByCourt = [courtAnswered('2024-04-12', 'refused', { ground: 'no-facts' })];
const judged1 = [judgmentGiven('2023-12-04', 'upheld')];

const reviewedAfterHearing: readonly Step[] = [
  ...[...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing],
  { ...majorCase.reviewed, at: at('2024-04-03') },
  { ...majorCase.deliberated, at: at('2024-04-07') },
];

const challenge: Step = {
  ...straightCase.noticed,
  act: 'request-recusal',
  data: { person: 'officer-2', by: 'party', ground: '亲属' },
};

/** Cases as far as they may have come, with a day on which somebody tries something. */
const worlds = (): readonly (readonly [Played, ...string[]])[] => [
  [play([]), '2023-09-12', '2024-09-13'],
  [play(upTo('filed')), '2023-09-12'],
  [play(upTo('approved')), '2023-09-13', '2024-03-01', '2028-03-01'],
  [
    play([...upTo('filed'), { ...straightCase.approved, act: 'refuse-filing', data: { reason: '不属管辖' } }]),
    '2023-09-14',
  ],
  [play([...upTo('approved'), { ...suspension, act: 'drop', data: { ground: '当事人死亡' } }]), '2023-09-26'],
  [play([...upTo('inspected'), suspension]), '2023-09-26'],
  [play([...upTo('inspected'), recusal('officer-2', at('2023-09-13', '17:00'))]), '2023-09-15'],
  [play([...upTo('inspected'), exclusion(1)]), '2023-09-15'],
  [play([...upTo('questioned')]), '2023-09-15', '2023-12-20'],
  [play(upTo('concluded')), '2023-09-20', '2023-09-25'],
  [play(upTo('noticed')), '2023-09-22', '2023-10-10', '2024-02-01'],
  [play([...upTo('noticed'), statement]), '2023-10-10'],
  [play(upTo('waived')), '2023-09-25'],
  [play([...upTo('inspected'), nothingProven]), '2023-09-21', '2023-10-10'],
  [play([...upTo('inspected'), nothingProven, spared]), '2023-09-29'],
  [play([...upTo('noticed'), statement, statementReview]), '2023-10-10'],
  [play(reviewedAfterHearing), '2024-04-08'],
  [play(inTownship), '2023-12-31', '2024-01-04'],
  [play([...unlicensed, correctionOrder]), '2023-09-21'],
  [paid(play(onTheSpotUpTo('reported')), '2024-09-20', 10000), '2024-09-21'],
  [play([...upTo('concluded'), challenge]), '2023-09-21', '2023-10-10'],
  [play(upTo('decided')), '2023-09-28', '2023-10-10'],
  [play(upTo('served')), '2023-09-29', '2023-11-20', '2024-04-10'],
  [play([...upTo('served'), sought('2023-10-09')]), '2023-10-10', '2024-04-10'],
  [play([...upTo('served'), sought('2023-10-09'), stayed('2023-10-11')]), '2023-11-20'],
  [play([...upTo('served'), sought('2023-10-09'), concluded('2023-12-01', 'redo')]), '2023-12-05'],
  [play([...upTo('served'), sought('2023-10-09'), concluded('2023-12-01', 'revoked')]), '2023-12-05', '2024-04-10'],
  [play([...upTo('served'), revokedByOwn('2023-11-01', true)]), '2023-11-05'],
  [play([...upTo('served'), deferred('2023-10-09', '2023-12-31')]), '2023-11-20'],
  [play([...upTo('served'), demandIssued('2023-11-20')]), '2023-11-21', '2024-04-10', '2025-01-10'],
  [play(applied), '2024-04-12'],
  [
    play([...applied, courtAnswered('2024-04-12', 'not-accepted', { reasons: '材料不齐' })]),
    '2024-04-15',
    '2024-05-06',
  ],
  [play([...applied, ...refusedByCourt, courtReviewSought('2024-04-15')]), '2024-04-16'],
  [play([...upTo('served'), sought('2023-10-09', 'litigation')]), '2023-12-05'],
  [play([...upTo('served'), sought('2023-10-09', 'litigation'), ...judged1]), '2023-12-05', '2024-01-05'],
  [play([...upTo('served'), sought('2023-10-09', 'litigation'), ...judged1, appealed('2023-12-11')]), '2023-12-20'],
  [play([...upTo('served'), enforcementSuspended('2023-11-20')]), '2023-11-21', '2024-04-10'],
  [play([...upTo('served'), enforcementTerminated('2023-11-20')]), '2023-11-21'],
  [paid(play(upTo('served')), '2023-10-09'), '2023-10-10', '2023-11-20'],
  [writtenOff(play(upTo('served')), '2024-06-03'), '2024-06-04'],
  [play([closed('2023-10-10')], paid(play(upTo('served')), '2023-10-09')), '2023-10-11'],
  [play([closed('2023-10-10'), archived('2023-10-11')], paid(play(upTo('served')), '2023-10-09')), '2023-10-12'],
  [play(majorUpTo('concluded')), '2024-03-18', '2024-03-19', '2024-03-20', '2024-03-21'],
  [play(majorUpTo('noticed')), '2024-03-20', '2024-04-10'],
  [play([...majorUpTo('noticed'), hearingRequest]), '2024-03-22'],
  [play([...majorUpTo('noticed'), hearingRequest, requestWithdrawn()]), '2024-03-25', '2024-03-27'],
  [play([...majorUpTo('noticed'), hearingRequest, hearingNotice]), '2024-03-25', '2024-04-02'],
  [play([...majorUpTo('noticed'), hearingRequest, hearingNotice, hearing]), '2024-04-03'],
  [play(majorUpTo('reviewed')), '2024-03-28'],
  [play(majorUpTo('deliberated')), '2024-03-28'],
  [play(majorUpTo('decided')), '2024-03-29'],
  [play(majorUpTo('served')), '2024-04-10', '2024-10-20'],
  [play(guideCase('140922201011050150')), '2024-09-01'],
  [play(guideCase('140922200803020246')), '2024-09-01'],
  [play([...unlicensed, preserved]), '2023-09-14', '2023-10-20'],
  [play([...unlicensed, preserved, resolved('2023-09-15')]), '2023-09-16'],
  [play([...unlicensed, seizureApproved]), '2023-09-14'],
  [play([...unlicensed, seizureApproved, seized]), '2023-09-15', '2024-02-01'],
  [play([...unlicensed, seizedUrgently]), '2023-09-15'],
  [play([...unlicensed, seizedUrgently, confirmation('2023-09-15', { confirmed: false })]), '2023-09-16'],
  [
    play([
      ...unlicensed,
      seizureApproved,
      seized,
      testing('2023-09-20', { institution: '所', what: '主机', until: '2024-09-25' }),
    ]),
    '2023-09-21',
  ],
  [play([...unlicensed, seizureApproved, seized, ...equipmentConfiscated]), '2023-10-10'],
  [play(transferUpTo('proposed')), '2024-05-28'],
  [play(transferUpTo('granted')), '2024-05-28'],
  [play(transferUpTo('handedOver')), '2024-06-10'],
  [play([...transferUpTo('handedOver'), declined]), '2024-06-20'],
  [play([...transferUpTo('handedOver'), declined, reviewRequest]), '2024-06-25'],
  [play(transferUpTo('returned')), '2024-06-20'],
  [play([...transferUpTo('handedOver'), judged(at('2024-06-10'))]), '2024-06-20'],
  [play([...upTo('served'), ...afterService]), '2023-11-20'],
  [play([...upTo('waived'), ...finedByCourt]), '2023-10-20'],
  [play(onTheSpotUpTo('decided')), '2024-09-13', '2024-12-20'],
  [play(onTheSpotUpTo('collected')), '2024-09-14'],
  [play(onTheSpotUpTo('handedIn')), '2024-09-19'],
  [play(onTheSpotUpTo('reported')), '2024-09-19'],
];

const another = { caseId: 'another', offence: 'CT-NET-31-1', until: parseCivilDate('2023-06-01') };

const people = [
  ...['officer-1', 'officer-2', 'officer-3', 'officer-suspended-1', 'officer-township-1', 'officer-head-1'],
  ...['lead-1', 'legal-1', 'legal-2', 'chair-1', 'head-1', 'head-2'],
];

/** What forms leave room for; an act whose form has none of it does not look. */
const moreToSay = {
  ...{
    note: '附注',
    reason: '理由',
    reasons: '理由说明',
    place: '县城示例街1号',
    witness: '见证人甲',
    signedBy: '当事人',
  },
  ...{ circumstances: '当事人提出', custody: { holder: 'officer-2', place: '证据室' }, proof: '送达凭证' },
};

let made: ReturnType<typeof worlds> | undefined;

/** One act is tried in every world by everybody, each time in other words. */
function triedEverywhere(act: string): void {
  let seed = [...act].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) | 0;
  made ??= worlds();
  for (const [played, ...days] of made)
    for (const day of days)
      for (const person of people) {
        seed += 1;
        const dice = new Dice(seed);
        const when = at(day, '18:00');
        const now = { today: civilDateOf(parseInstant(when)), at: parseInstant(when) };
        const said = tries[act]?.data?.(dice, played.state, now) ?? {};
        const data = dice.onceIn(3) ? { ...moreToSay, ...said } : said;
        const others = dice.onceIn(6) ? { competing: [another], earlier: [another] } : {};
        attempt({ at: when, by: person, act, data, ...others }, played);
      }
}

/** Every act by everybody. */
export function everythingEverywhere(): void {
  for (const { name } of caseActs) triedEverywhere(name);
}
