import type { Step } from './play.fixture.spec';
import { at } from './other-steps.fixture.spec';

/** A guide who refuses to put the card on: 100 yuan, decided and taken on the spot. */
export const spotDecision = {
  party: { kind: 'citizen', name: '李示例', citizenId: '140922199001010024' },
  offence: 'CT-GUIDE-CARD',
  actDate: '2024-09-13',
  place: '偏远景区',
  source: { kind: 'inspection' },
  officers: ['officer-1', 'officer-2'],
  certificatesShown: true,
  facts: '带团时未佩戴导游证，责令改正后当场拒不改正',
  conditions: ['refused-to-correct'],
  tier: '轻微',
  penalties: [{ kind: 'fine', fen: 10000 }],
} as const;

export const onTheSpot = {
  decided: { at: at('2024-09-13', '11:00'), by: 'officer-1', act: 'decide-on-the-spot', data: spotDecision },
  collected: {
    at: at('2024-09-13', '11:05'),
    by: 'officer-1',
    act: 'collect-on-the-spot',
    data: { ground: 'fine-not-above-100', receiptNumber: '晋财0001234' },
  },
  handedIn: { at: at('2024-09-18', '09:00'), by: 'officer-1', act: 'hand-in' },
  reported: { at: at('2024-09-18', '10:00'), by: 'officer-1', act: 'report-spot-decision' },
} as const satisfies Readonly<Record<string, Step>>;

type SpotStep = keyof typeof onTheSpot;

export function onTheSpotUpTo(last: SpotStep): readonly Step[] {
  const names = Object.keys(onTheSpot) as SpotStep[];
  return names.slice(0, names.indexOf(last) + 1).map((name) => onTheSpot[name]);
}

/** A performance without permission, whose takings are suspect: to the police and back. */
export const transfer = {
  filed: {
    at: at('2024-05-20', '09:00'),
    by: 'officer-1',
    act: 'file',
    data: {
      party: {
        kind: 'organisation',
        name: '示例演出经纪有限公司',
        unifiedSocialCreditCode: '91140922MA0KA1JK7D',
        legalRepresentative: '示例代表丁',
      },
      offence: 'CT-PERF-44',
      actDate: '2024-05-18',
      officers: ['officer-1', 'officer-2'],
      source: { kind: 'inspection' },
      facts: '未经批准举办营业性演出，票款去向存疑',
    },
  },
  approved: { at: at('2024-05-21', '09:00'), by: 'lead-1', act: 'approve-filing' },
  proposed: {
    at: at('2024-05-27', '09:00'),
    by: 'officer-1',
    act: 'propose-transfer',
    data: { to: '公安机关', ground: '涉嫌犯罪' },
  },
  granted: { at: at('2024-05-28', '09:00'), by: 'head-1', act: 'approve-transfer' },
  handedOver: { at: at('2024-05-28', '16:00'), by: 'officer-1', act: 'hand-over', data: { receipt: '移送回执' } },
  returned: {
    at: at('2024-06-18'),
    by: 'officer-1',
    act: 'transfer-returned',
    data: { reason: '不构成犯罪，建议行政处罚' },
  },
} as const satisfies Readonly<Record<string, Step>>;

type TransferStep = keyof typeof transfer;

export function transferUpTo(last: TransferStep): readonly Step[] {
  const names = Object.keys(transfer) as TransferStep[];
  return names.slice(0, names.indexOf(last) + 1).map((name) => transfer[name]);
}

export const declined: Step = {
  at: at('2024-06-18'),
  by: 'officer-1',
  act: 'transfer-declined',
  data: { reason: '没有犯罪事实' },
};

export const judged = (when: string, data: object = {}): Step => ({
  at: when,
  by: 'officer-1',
  act: 'record-criminal-judgment',
  data: {
    ...{ court: '示例县人民法院', judgment: '（2024）示0922刑初1号', effectiveOn: when.slice(0, 10) },
    ...{ criminalFineFen: 2000000, setOffFen: 0, ...data },
  },
});

/** A crime is found when the straight case is served: to the police. */
export const afterService: readonly Step[] = [
  { ...transfer.proposed, at: at('2023-10-09') },
  { ...transfer.granted, at: at('2023-10-10') },
  { ...transfer.handedOver, at: at('2023-10-10', '16:00') },
];

export const reviewRequest: Step = {
  at: at('2024-06-20'),
  by: 'officer-1',
  act: 'request-transfer-review',
  data: { to: '公安机关', ground: '涉案金额认定有误' },
};

export const reviewConclusion = (accepted: boolean): Step => ({
  at: at('2024-07-01'),
  by: 'officer-1',
  act: 'conclude-transfer-review',
  data: { accepted, reason: '复议决定' },
});
