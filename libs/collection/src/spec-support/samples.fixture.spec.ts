import type { FineHandedOver } from '@fajiao/contracts';
import { fen, type Instant, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { loadCalendar, loadRulebook } from '@fajiao/rulebook';
import type { FineRules } from '../domain/fine/fine-terms';

export const rulebook = loadRulebook();
export const calendar = loadCalendar();
export const rules: FineRules = { profile: rulebook.profile, calendar };

/** An instant of Shanghai: `at('2023-10-08 10:12')`. */
export const at = (text: string): Instant => parseInstant(`${text.replace(' ', 'T')}+08:00`);

/** The fine of a decision: 5,000 yuan, served on 2023-09-28, so due by 2023-10-13. */
export const handedOver = (change: Partial<FineHandedOver['data']> = {}): FineHandedOver['data'] => ({
  fineId: '0b2f4a5e-7b1c-5d3e-9f00-000000000001',
  caseId: '0b2f4a5e-7b1c-5d3e-9f00-0000000000c1',
  documentNumber: '（示）文综罚字〔2023〕第1号',
  party: {
    kind: 'individual-business',
    name: '示例网络服务中心',
    unifiedSocialCreditCode: '92140922MA0K12ABXA',
    operator: '示例经营者甲',
  },
  decidedOn: parseCivilDate('2023-09-28'),
  servedOn: parseCivilDate('2023-09-28'),
  fineFen: fen(500_000),
  confiscatedGainsFen: fen(0),
  surchargeStated: true,
  ...change,
});
