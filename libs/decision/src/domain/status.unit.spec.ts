import type { CaseEvent } from './events';
import { statusAfter, type Status } from './status';

const after = (type: CaseEvent['type'], before: Status, data: object = {}, interrupted?: Status) =>
  statusAfter({ type, data } as CaseEvent, before, interrupted);

describe('the status of a case', () => {
  it('goes back to its proposal when the proposal is revised, unless the notice goes on holding', () => {
    expect(after('ProposalRevised', 'notified', { onlyLowers: false })).toBe('proposed');
    expect(after('ProposalRevised', 'notified', { onlyLowers: true })).toBe('notified');
  });

  it('tells a decision that fell from one that is to be made anew', () => {
    expect(after('DecisionRevoked', 'served', { how: 'revoked' })).toBe('revoked');
    expect(after('DecisionRevoked', 'served', { how: 'void' })).toBe('revoked');
    expect(after('DecisionRevoked', 'served', { how: 'redo' })).toBe('redo');
  });

  it.each(['RemedySought', 'DecisionChanged'] as const)('opens what was closed, after %s', (type) => {
    expect(after(type, 'closed')).toBe('reopened');
    expect(after(type, 'archived')).toBe('reopened');
    expect(after(type, 'served')).toBe('served');
    expect(after(type, 'paid')).toBe('paid');
  });

  it('of a case that is away is transferred, and it comes back to where it was', () => {
    expect(after('CaseHandedOver', 'under-investigation')).toBe('transferred');
    for (const type of ['CaseReturned', 'TransferDeclined'] as const)
      expect(after(type, 'transferred', {}, 'notified')).toBe('notified');
    expect(after('TransferReviewConcluded', 'notified', { accepted: true })).toBe('transferred');
    expect(after('TransferReviewConcluded', 'notified', { accepted: false })).toBe('notified');
  });

  it('is not told by what happens beside the procedure', () => {
    for (const type of ['EvidenceCollected', 'CaseSuspended', 'DecisionNumbered', 'RemedyConcluded'] as const)
      expect(after(type, 'notified')).toBe('notified');
  });
});
