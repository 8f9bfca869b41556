import { discrepancySchemas } from './statement/discrepancy.events';
import { suspenseSchemas } from './suspense/suspense.events';

describe('the free texts of clerks', () => {
  it.each([
    ['ResolutionRequested', suspenseSchemas.ResolutionRequested],
    ['ResolutionCancelled', suspenseSchemas.ResolutionCancelled],
    ['SuspenseKept', suspenseSchemas.SuspenseKept],
    ['DiscrepancyKept', discrepancySchemas.DiscrepancyKept],
    ['DiscrepancyClosed', discrepancySchemas.DiscrepancyClosed],
    ['CorrectionRequested', discrepancySchemas.CorrectionRequested],
    ['CorrectionCancelled', discrepancySchemas.CorrectionCancelled],
  ])('of %s no longer stay in clear: a person may be named in them', (_, schema) => {
    expect(schema.personal).toEqual(['reason']);
  });
});
