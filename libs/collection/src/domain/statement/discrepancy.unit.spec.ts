import { fen } from '@fajiao/kernel';
import { authoriseCorrection, type CorrectionContext, type Discrepancies, requestCorrection } from './discrepancy';
import type { DiscrepancyFacts } from './discrepancy.events';

const key = 'missing-A9';
const facts: DiscrepancyFacts = { reference: 'A9', fen: fen(10_000), bucket: 'unknown-to-bank' };
const clerk = (change: Partial<CorrectionContext> = {}): CorrectionContext => ({
  ...{ actor: 'clerk-1', decidingPersons: new Set(), reportedFen: fen(10_000), isListed: false },
  ...change,
});
const ask = (amount: number, act = clerk(), of = facts) =>
  requestCorrection(
    {},
    { key, correctionId: 'c-1', facts: of, fen: fen(amount), document: '更正函', reason: '无此款' },
    act,
  );
const codes = (decision: ReturnType<typeof ask>) =>
  'refused' in decision ? decision.refused.map(({ code }) => code) : [];

describe('the correction of a payment that a statement lacks', () => {
  const asked: Discrepancies = {
    [key]: {
      ...{ owner: null, closed: null },
      corrections: [{ correctionId: 'c-1', fen: fen(0), reference: 'A9', requestedBy: 'clerk-1', state: 'requested' }],
    },
  };
  const authorise = (act: CorrectionContext) =>
    authoriseCorrection(asked, { key, correctionId: 'c-1', bank: 'bank-a' }, act);

  it('is to nothing, and to nothing else; a line is never corrected to nothing', () => {
    expect(codes(ask(0))).toEqual([]);
    expect(codes(ask(10_000))).toEqual(['correction.not-of-amount']);
    const differs = { ...facts, bucket: 'amount-differs' as const };
    expect(codes(ask(0, clerk(), differs))).toEqual(['correction.not-of-amount']);
    expect(codes(ask(10_000, clerk(), differs))).toEqual([]);
    expect(codes(ask(0, clerk({ reportedFen: null })))).toEqual(['correction.not-of-amount']);
  });

  it('is not made any more once a statement lists the payment, though it was asked for before', () => {
    expect(codes(authorise(clerk({ actor: 'clerk-2' })))).toEqual([]);
    expect(codes(authorise(clerk({ actor: 'clerk-2', isListed: true })))).toEqual(['correction.listed-since']);
    expect(codes(ask(0, clerk({ isListed: true })))).toEqual(['correction.listed-since']);
  });
});
