import type { Step } from './play.fixture.spec';
import { at } from './other-steps.fixture.spec';
import { evidence, filing, straightCase } from './steps.fixture.spec';

/** Measures in a case of an internet café without a licence. */

const officers = ['officer-1', 'officer-2'];

/** Filed and approved on 11 and 12 September 2023, with one piece of evidence. */
export const unlicensed: readonly Step[] = [
  {
    ...straightCase.filed,
    data: { ...filing, offence: 'CT-NET-27', source: { kind: 'inspection' }, facts: '擅自从事互联网上网服务经营活动' },
  },
  straightCase.approved,
  { ...straightCase.inspected, data: evidence },
];

export const preserved: Step = {
  at: at('2023-09-13', '16:00'),
  by: 'officer-1',
  act: 'preserve-evidence',
  data: { officers, certificatesShown: true, items: ['计费服务器1台'], approvedBy: 'head-1' },
};

export const resolved = (day: string, outcome = 'recorded-and-returned'): Step => ({
  at: at(day),
  by: 'officer-1',
  act: 'resolve-preservation',
  data: { outcome },
});

export const seizureApproved: Step = {
  at: at('2023-09-14', '09:00'),
  by: 'head-2',
  act: 'approve-seizure',
  data: { basis: 'net-cafe', items: ['电脑主机20台', '服务器1台'], reasons: '从事违法经营活动的专用设备' },
};

export const seized: Step = {
  at: at('2023-09-14', '15:00'),
  by: 'officer-1',
  act: 'seize',
  data: {
    seizure: 1,
    officers,
    certificatesShown: true,
    items: ['电脑主机20台'],
    place: '县城示例街1号',
    papersHandedOver: true,
    partyPresent: true,
    related: true,
    dailyNecessities: false,
  },
};

const { seizure: _approved, ...onTheSpot } = seized.data as { readonly seizure: number };

export const seizedUrgently: Step = {
  ...seized,
  data: { ...onTheSpot, urgent: '当事人正在转移设备', basis: 'net-cafe' },
};

const onSeizure =
  (act: string, by: string) =>
  (day: string, data: object, time?: string): Step => ({
    at: at(day, time),
    by,
    act,
    data: { seizure: 1, ...data },
  });

export const confirmation = onSeizure('confirm-seizure', 'head-2');
export const seizureExtension = onSeizure('extend-seizure', 'head-2');
export const testing = onSeizure('begin-testing', 'officer-1');
export const tested = onSeizure('end-testing', 'officer-1');
export const lifting = onSeizure('lift-seizure', 'head-2');
export const disposal = onSeizure('dispose-seized', 'head-2');

export const correctionOrder: Step = {
  at: at('2023-09-13', '17:00'),
  by: 'officer-1',
  act: 'order-correction',
  data: { what: '立即停止经营', by: '2023-09-20' },
};

export const reinspection = (day: string, corrected: boolean): Step => ({
  at: at(day),
  by: 'officer-1',
  act: 'inspect-correction',
  data: { order: 1, officers, certificatesShown: true, corrected, findings: corrected ? '已停止经营' : '仍在经营' },
});

export const handOver: Step = {
  at: at('2023-09-14'),
  by: 'officer-1',
  act: 'hand-over-evidence',
  data: { evidence: 1, from: 'officer-1', to: 'officer-2', place: '证据室' },
};

export const sampling: Step = {
  at: at('2023-09-14'),
  by: 'officer-1',
  act: 'sample-evidence',
  data: { officers, certificatesShown: true, items: ['光盘3张'], method: '随机抽取' },
};

/** Concluded, noticed, waived, decided and served with the confiscation of the equipment. */
export const equipmentConfiscated: readonly Step[] = [
  {
    at: at('2023-09-20'),
    by: 'officer-1',
    act: 'conclude-investigation',
    data: {
      findings: '违法经营额不足1万元',
      goods: ['电脑主机20台'],
      conditions: ['no-crime-suspected'],
      proposal: { penalties: [{ kind: 'confiscation-of-goods', items: ['电脑主机20台'] }], tier: '一般' },
    },
  },
  { at: at('2023-09-21'), by: 'officer-1', act: 'serve-prior-notice', data: { mode: 'direct' } },
  { at: at('2023-09-22'), by: 'officer-1', act: 'waive-rights', data: { statement: '放弃陈述、申辩' } },
  { at: at('2023-09-28'), by: 'head-1', act: 'decide', data: {} },
  { at: at('2023-09-28', '15:00'), by: 'officer-1', act: 'serve-decision', data: { mode: 'direct' } },
];
