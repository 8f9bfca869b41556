import type { Fact, Instant } from '@fajiao/kernel';
import { actorsOf } from './actors';

const fact = (revision: number, type: string, id: string, role: string, certificateNo?: string): Fact => ({
  type,
  data: {},
  revision,
  meta: {
    context: 'decision',
    actor: { id, roles: [role], ...(certificateNo && { certificateNo }) },
    occurredAt: `2023-09-1${revision}T01:00:00.000Z` as Instant,
    recordedAt: `2023-09-1${revision}T01:00:00.000Z` as Instant,
    commandId: '',
    commandHash: '',
    correlationId: '',
    causationId: '',
    rulebook: { profile: '', version: '' },
  },
});

describe('actorsOf', () => {
  it('lists each person once, in order of appearance, with every role and every act', () => {
    const accounts = actorsOf([
      fact(0, 'CaseFiled', 'officer-1', 'officer', '14-0922-001'),
      fact(1, 'FilingApproved', 'lead-1', 'unit-lead'),
      fact(2, 'EvidenceCollected', 'officer-1', 'hearing-chair', '14-0922-001'),
    ]);
    expect(accounts).toEqual([
      {
        id: 'officer-1',
        roles: ['hearing-chair', 'officer'],
        certificateNo: '14-0922-001',
        acts: [
          { revision: 0, type: 'CaseFiled', occurredAt: '2023-09-10T01:00:00.000Z' },
          { revision: 2, type: 'EvidenceCollected', occurredAt: '2023-09-12T01:00:00.000Z' },
        ],
      },
      {
        id: 'lead-1',
        roles: ['unit-lead'],
        certificateNo: null,
        acts: [{ revision: 1, type: 'FilingApproved', occurredAt: '2023-09-11T01:00:00.000Z' }],
      },
    ]);
  });
});
