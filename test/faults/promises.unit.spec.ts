import type { JsonObject } from '../support/case-history/format';
import type { Acknowledged } from './persistent-caller';
import { brokenPromises } from './promises';
import type { RecordedEvent } from './whole-history';

const REFERENCE = { bank: 'bank-01', reference: 'K0', fen: 500_000 };

/** One case, filed, decided, served, paid, and published; each line another command. */
const HISTORY: readonly RecordedEvent[] = [
  event('case-1', 0, 'CaseFiled'),
  event('case-1', 1, 'PenaltyDecided'),
  event('documentNumbers-penalty-2023', 0, 'NumberAssigned', { caseId: '1' }),
  event('case-1', 2, 'DecisionNumbered', { kind: 'penalty', year: 2023, number: 1, documentNumber: '第1号' }),
  event('case-1', 3, 'FineHandedOver', { caseId: '1' }),
  event('case-1', 4, 'DecisionForPublic', { caseId: '1' }),
  event('fine-1', 0, 'FineImposed', { caseId: '1' }),
  event('disclosure-1', 0, 'Published'),
  event('payment-bank-01-K0', 0, 'PaymentReported', REFERENCE),
  event('fine-1', 1, 'PaymentApplied', REFERENCE),
  event('fine-1', 2, 'FineClosable', { caseId: '1' }),
  event('case-1', 5, 'PaymentCompleted'),
];

const ACKNOWLEDGED: readonly Acknowledged[] = [
  { kind: 'act', caseId: '1', events: [{ type: 'CaseFiled', revision: 0 }] },
  { kind: 'act', caseId: '1', events: [{ type: 'PenaltyDecided', revision: 1 }] },
  {
    kind: 'message',
    bank: 'bank-01',
    path: '/bank-callbacks/bank-01/payments',
    body: { reference: 'K0', fen: 500_000 },
  },
];

const without = (type: string) => HISTORY.filter((its) => its.type !== type);
const changed = (type: string, change: Partial<RecordedEvent>) =>
  HISTORY.map((its) => (its.type === type ? { ...its, ...change } : its));

describe('what a load was promised', () => {
  it('holds where everything stands once', () => {
    expect(brokenPromises(HISTORY, ACKNOWLEDGED)).toEqual([]);
  });

  it.each<[string, readonly RecordedEvent[], RegExp]>([
    ['an acknowledged act is lost', without('CaseFiled'), /acknowledged: case-1@0 CaseFiled/],
    [
      'an act has another event in its place',
      changed('CaseFiled', { type: 'Other' }),
      /in the history: case-1@0 Other/,
    ],
    [
      'a command has made more than it told',
      changed('FineImposed', { commandId: 'of case-1@0' }),
      /in the history: case-1@0 CaseFiled,fine-1@0/,
    ],
    [
      'two answers are of one command',
      changed('PenaltyDecided', { commandId: 'of case-1@0' }),
      /answer for command.*2x/,
    ],
    ['a receipt is lost', without('PaymentReported'), /PaymentReported in payment-bank-01-K0; it stands there 0x/],
    ['a receipt has another amount', changed('PaymentReported', { data: { ...REFERENCE, fen: 1 } }), /stands there 1x/],
    ['money has no place', without('PaymentApplied'), /payment without a place: bank-01\/K0/],
    ['money is applied twice', [...HISTORY, event('fine-1', 3, 'PaymentApplied', REFERENCE)], /place of payment.*2x/],
    ['money is also in suspense', [...HISTORY, event('suspense-1', 0, 'MoneyHeld', REFERENCE)], /place of payment.*2x/],
    ['a fine is not imposed', without('FineImposed'), /fine handed over and not imposed: 1/],
    ['a case has two fines', [...HISTORY, event('fine-2', 0, 'FineImposed', { caseId: '1' })], /fine of case 1: 2x/],
    ['a case does not know that it is paid', without('PaymentCompleted'), /closable fine whose case does not know: 1/],
    ['a decision is not published', without('Published'), /decision not published: 1/],
    ['a decision has no number', without('DecisionNumbered'), /decision without a number: 1/],
    [
      'a number is left out',
      changed('DecisionNumbered', { data: { kind: 'penalty', year: 2023, number: 2, documentNumber: '第2号' } }),
      /penalty 2023: numbers 2/,
    ],
    [
      'a case draws two numbers',
      [...HISTORY, event('documentNumbers-penalty-2023', 1, 'NumberAssigned', { caseId: '1' })],
      /number drawn by case 1: 2x/,
    ],
    ['a revision is left out', without('PenaltyDecided'), /case-1 has revision 2 where 1 was due/],
    [
      'an event stands twice',
      [...HISTORY, { ...HISTORY[7]!, stream: 'disclosure-2' }],
      /event id of disclosure-1@0: 2x/,
    ],
  ])('does not where %s', (_, history, sentence) => {
    expect(brokenPromises(history, ACKNOWLEDGED).join('\n')).toMatch(sentence);
  });
});

function event(stream: string, revision: number, type: string, data: JsonObject = {}): RecordedEvent {
  const place = `${stream}@${revision}`;
  return { ...{ stream, revision, type, data }, id: `id of ${place}`, commandId: `of ${place}` };
}
