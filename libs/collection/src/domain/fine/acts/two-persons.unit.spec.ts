import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../../spec-support/fine-desk.fixture.spec';
import { issueReceipt } from './receipt';
import { authoriseRefund, cancelRefund, requestRefund } from './refund';
import { authoriseRelief, cancelRelief, requestRelief, type RequestRelief } from './relief';

// Whatever moves money or gives up a claim: attempts to do it alone, against each kind of it.

const NOON = '2023-10-20 12:00';

interface Kind {
  readonly ask: (desk: Desk, by: string, id: string, deciding?: readonly string[]) => readonly string[];
  readonly authorise: (desk: Desk, by: string, id: string, deciding?: readonly string[]) => readonly string[];
  readonly cancel: (desk: Desk, by: string, id: string) => readonly string[];
}

const refund: Kind = {
  ask: (desk, by, refundId, deciding) =>
    desk.act(by, NOON, (state, act) => requestRefund(state, { refundId, fen: fen(1_000) }, act), deciding),
  authorise: (desk, by, refundId, deciding) =>
    desk.act(by, NOON, (state, act) => authoriseRefund(state, { refundId, approvalNumber: '1号' }, act), deciding),
  cancel: (desk, by, refundId) =>
    desk.act(by, NOON, (state, act) => cancelRefund(state, { refundId, reason: '有误' }, act)),
};

const relief = (what: Omit<RequestRelief, 'reliefId' | 'reason'>): Kind => ({
  ask: (desk, by, reliefId, deciding) => {
    const asked = { ...what, reliefId, reason: '有据', document: '1号' };
    return desk.act(by, NOON, (state, act) => requestRelief(state, asked, act), deciding);
  },
  authorise: (desk, by, reliefId, deciding) =>
    desk.act(by, NOON, (state, act) => authoriseRelief(state, reliefId, act), deciding),
  cancel: (desk, by, reliefId) =>
    desk.act(by, NOON, (state, act) => cancelRelief(state, { reliefId, reason: '有误' }, act)),
});

const remediedOn = parseCivilDate('2023-10-19');
const payment = { bank: 'bank-a', reference: 'A1', proof: 'treasury' as const };

/** Each with how much was paid on a late day, when 600 yuan of surcharge have arisen. */
const KINDS: readonly (readonly [string, Kind, number])[] = [
  ['a refund', refund, 600_000],
  ['a write-off', relief({ kind: 'write-off', ground: 'object-lost' }), 100_000],
  [
    'a reduction of surcharge',
    relief({ kind: 'surcharge-reduction', ground: 'execution-agreement', fen: fen(1_000), remediedOn }),
    100_000,
  ],
  ['a cancellation', relief({ kind: 'collection-cancellation', ground: 'decision-fell' }), 100_000],
  ['a dispensation', relief({ kind: 'proof-dispensation', ground: 'treasury-certificate', payment }), 600_000],
];

/** What may be asked for besides, of an open fine and of a paid one. */
const other = relief({
  ...{ kind: 'proof-dispensation', ground: 'treasury-certificate', payment: { ...payment, proof: 'statement' } },
});

const SAME = ['duties.same-person internal control'];

describe.each(KINDS)('%s', (_, { ask, authorise, cancel }, paid) => {
  const desk = () => {
    const fine = new Desk();
    fine.pay('A1', paid, '2023-10-17 10:00');
    return fine;
  };
  const twoPersons = (fine: Desk, id: string) => {
    expect(ask(fine, 'clerk-1', id)).toEqual([expect.stringMatching(/Requested$/)]);
    return authorise(fine, 'clerk-2', id);
  };

  it('is done by two', () => {
    expect(twoPersons(desk(), 'one')[0]).toMatch(/Authorised$/);
  });

  it('is not authorised by whoever asked', () => {
    const fine = desk();
    ask(fine, 'clerk-1', 'one');
    expect(authorise(fine, 'clerk-1', 'one')).toEqual(SAME);
  });

  it('is not authorised by whoever withdrew it and had another ask', () => {
    const fine = desk();
    ask(fine, 'clerk-1', 'one');
    cancel(fine, 'clerk-1', 'one');
    expect(ask(fine, 'clerk-2', 'two')).toHaveLength(1);
    expect(authorise(fine, 'clerk-1', 'two')).toEqual(SAME);
    expect(authorise(fine, 'clerk-1', 'one')).toEqual(expect.arrayContaining(SAME));
  });

  it('is not authorised by whoever asked for something else of the fine, however that ended', () => {
    const fine = desk();
    other.ask(fine, 'clerk-1', 'other');
    other.authorise(fine, 'clerk-3', 'other');
    ask(fine, 'clerk-2', 'one');
    expect(authorise(fine, 'clerk-1', 'one')).toEqual(SAME);
    expect(authorise(fine, 'clerk-3', 'one')[0]).toMatch(/Authorised$/);
  });

  it('is not authorised by two who take turns', () => {
    const fine = desk();
    other.ask(fine, 'clerk-1', 'other');
    other.authorise(fine, 'clerk-2', 'other');
    ask(fine, 'clerk-2', 'one');
    expect(authorise(fine, 'clerk-1', 'one')).toEqual(SAME);
    expect(authorise(fine, 'clerk-2', 'one')).toEqual(SAME);
  });

  it('is neither asked for nor authorised by a person of the deciding side who is a clerk now', () => {
    const fine = desk();
    expect(ask(fine, 'head-1', 'one', ['head-1'])).toEqual(expect.arrayContaining(['duties.deciding-side APL-67']));
    ask(fine, 'clerk-1', 'one');
    expect(authorise(fine, 'head-1', 'one', ['head-1'])).toEqual(['duties.deciding-side APL-67']);
  });

  it('is authorised once', () => {
    const fine = desk();
    twoPersons(fine, 'one');
    expect(authorise(fine, 'clerk-2', 'one')[0]).toMatch(/not-open/);
    expect(authorise(fine, 'clerk-3', 'never-asked')[0]).toMatch(/not-open/);
  });
});

it('a receipt is issued by nobody of the deciding side', () => {
  const fine = new Desk();
  fine.pay('A1', 100_000, '2023-10-10 10:00');
  const receipt = { bank: 'bank-a', reference: 'A1', receiptNumber: '晋财0001300' };
  const issue = (by: string) => fine.act(by, NOON, (state, act) => issueReceipt(state, receipt, act), ['head-1']);
  expect(issue('head-1')).toEqual(['duties.deciding-side APL-67']);
  expect(issue('clerk-1')).toEqual(['ReceiptIssued']);
});
