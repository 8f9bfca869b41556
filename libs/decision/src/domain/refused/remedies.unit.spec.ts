import {
  archived,
  changedByOwn,
  closed,
  concluded,
  replied,
  revokedByOwn,
  sought,
  stayed,
  stayLifted,
} from '../../spec-support/after-service.fixture.spec';
import { at, changed, exclusion, less, revision } from '../../spec-support/other-steps.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { onTheSpotUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const served = upTo('served');
const pending = [...served, sought('2023-10-09')];
const majorPending = [...majorUpTo('served'), sought('2024-04-10')];
const fallen = [...pending, concluded('2023-12-01', 'revoked')];
const redo = [...pending, concluded('2023-12-01', 'redo')];
const redecided = { ...straightCase.decided, at: at('2023-12-14') };

describe('it is refused, of remedies:', () => {
  itIsRefused([
    {
      title: 'a remedy before the decision is served',
      given: upTo('decided'),
      attempt: sought('2023-09-28'),
      refused: ['decision.not-served APL-61'],
    },
    {
      title: 'a second remedy while one is pending',
      given: pending,
      attempt: sought('2023-10-10', 'litigation'),
      refused: ['remedy.pending internal control'],
    },
    {
      title: 'a second reconsideration after one that was dealt with',
      given: [...pending, concluded('2023-12-01', 'upheld')],
      attempt: sought('2023-12-04'),
      refused: ['remedy.already-used ARL-29, ALL-44'],
    },
    {
      title: 'reconsideration after the court',
      given: [...served, sought('2023-10-09', 'litigation'), concluded('2023-12-01', 'rejected')],
      attempt: sought('2023-12-04'),
      refused: ['remedy.already-used ARL-29, ALL-44'],
    },
    {
      title: 'a suit against a decision made on the spot that nobody reconsidered',
      given: onTheSpotUpTo('decided'),
      attempt: sought('2024-09-20', 'litigation'),
      refused: ['remedy.reconsideration-first ARL-23'],
    },
    {
      title: 'a remedy sought before the decision was made',
      given: served,
      attempt: sought('2023-10-09', 'reconsideration', { soughtOn: '2023-09-27' }),
      refused: ['remedy.day-impossible APL-73'],
    },
    {
      title: 'a judgment that takes effect in the future',
      given: pending,
      attempt: concluded('2023-12-01', 'upheld', { effectiveOn: '2023-12-02' }),
      refused: ['remedy.day-impossible APL-73'],
    },
    {
      title: 'a remedy against a decision that has fallen',
      given: fallen,
      attempt: sought('2023-12-04', 'litigation'),
      refused: ['decision.fallen APL-75'],
    },
    {
      title: 'an end of a remedy that nobody sought',
      given: served,
      attempt: concluded('2023-12-01', 'upheld'),
      refused: ['remedy.none-pending ARL-48, ALL-67'],
    },
    {
      title: 'a second reply',
      given: [...pending, replied('2023-10-12')],
      attempt: replied('2023-10-13'),
      refused: ['remedy.already-replied ARL-48, ALL-67'],
    },
    {
      title: 'a court that lets its term pass without a decision',
      given: [...served, sought('2023-10-09', 'litigation')],
      attempt: concluded('2023-12-01', 'no-decision'),
      refused: ['remedy.outcome-impossible ARL-63 to 69, ALL-69 to 77'],
    },
    {
      title: 'a decision on what was never accepted',
      given: pending,
      attempt: concluded('2023-12-01', 'upheld', { accepted: false }),
      refused: ['remedy.outcome-impossible ARL-30 to 36, ALL-51'],
    },
    {
      title: 'a change that does not say into what',
      given: pending,
      attempt: concluded('2023-12-01', 'changed'),
      refused: ['remedy.penalties-missing ARL-63, ALL-77'],
    },
    {
      title: 'penalties beside an outcome that changes none',
      given: pending,
      attempt: concluded('2023-12-01', 'upheld', { penalties: [{ kind: 'warning' }] }),
      refused: ['remedy.penalties-missing ARL-63, ALL-77'],
    },
    {
      title: 'a change into the same',
      given: pending,
      attempt: concluded('2023-12-01', 'changed', { penalties: [{ kind: 'fine', fen: 500000 }, { kind: 'warning' }] }),
      refused: ['remedy.changes-nothing ARL-63, ALL-77'],
    },
    {
      title: 'a change for the worse',
      given: majorPending,
      attempt: concluded('2024-06-06', 'changed', { penalties: [...less, { kind: 'warning' }] }),
      refused: ['remedy.worse-for-applicant ARL-63, ALL-77'],
    },
    {
      title: 'evidence gathered while a remedy is pending',
      given: pending,
      attempt: { ...straightCase.inspected, at: at('2023-10-10') },
      refused: ['case.already-decided APL-57', 'remedy.evidence-barred ARL-46, ALL-35'],
    },
    {
      title: 'a stay without a remedy',
      given: served,
      attempt: stayed('2023-10-10'),
      refused: ['remedy.none-pending ARL-48, ALL-67'],
    },
    {
      title: 'a second stay',
      given: [...pending, stayed('2023-10-10')],
      attempt: stayed('2023-10-11'),
      refused: ['stay.already-ordered ARL-42, ALL-56'],
    },
    {
      title: 'lifting a stay that ended with its remedy',
      given: [...pending, stayed('2023-10-10'), concluded('2023-12-01', 'upheld')],
      attempt: stayLifted('2023-12-04'),
      refused: ['stay.none ARL-42, ALL-56'],
    },
    {
      title: 'closing while a remedy is pending',
      given: pending,
      attempt: closed('2023-10-10'),
      refused: ['remedy.pending internal control', 'closing.fine-open internal control'],
    },
    {
      title: 'the same decision again, when it was revoked to be made anew',
      given: redo,
      attempt: redecided,
      refused: ['decision.same-as-revoked ARL-64, ALL-71'],
      tells: [{ documentNumber: '（示）文综罚字〔2023〕第1号' }],
    },
    {
      title: 'a decision anew after the day that the order named',
      given: [
        ...pending,
        concluded('2023-12-01', 'redo', { redoBy: '2023-12-10' }),
        changed(
          revision({ penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }),
          {},
          { at: at('2023-12-04') },
        ),
      ],
      attempt: redecided,
      refused: ['decision.term-expired APL-60'],
    },
  ]);
});

describe('it is refused, of the authority’s own error:', () => {
  itIsRefused([
    {
      title: 'a change of what was never decided',
      given: upTo('waived'),
      attempt: changedByOwn('2023-09-28', 400000),
      refused: ['decision.missing APL-57', 'decision.missing APL-75'],
    },
    {
      title: 'a heavier penalty',
      given: served,
      attempt: changedByOwn('2023-10-09', 600000),
      refused: ['change.heavier APL-62'],
    },
    {
      title: 'a change into the same',
      given: served,
      attempt: changedByOwn('2023-10-09', 500000),
      refused: ['change.changes-nothing APL-75'],
    },
    {
      title: 'a change of a major decision by one head',
      given: majorUpTo('served'),
      attempt: changed(changedByOwn('2024-04-10', 0), { penalties: less }),
      refused: ['change.needs-deliberation APL-57'],
    },
    {
      title: 'a revocation by a head who investigated',
      given: served.map((step) => (step.act === 'collect-evidence' ? { ...step, by: 'officer-head-1' } : step)),
      attempt: { ...revokedByOwn('2023-10-09'), by: 'officer-head-1' },
      refused: ['duties.same-person APL-57'],
    },
    {
      title: 'the service of a revoked decision',
      given: [...upTo('decided'), revokedByOwn('2023-09-28')],
      attempt: straightCase.served,
      refused: ['decision.fallen APL-75'],
    },
    {
      title: 'a second revocation',
      given: [...served, revokedByOwn('2023-10-09')],
      attempt: revokedByOwn('2023-10-10'),
      refused: ['decision.fallen APL-75'],
    },
  ]);
});

describe('it is refused, of the archive:', () => {
  itIsRefused([
    {
      title: 'a case that has not ended',
      given: served,
      attempt: archived('2023-10-09'),
      refused: ['archive.not-ended 文市发〔2012〕26号'],
    },
    {
      title: 'a file that is there already',
      given: [...fallen, closed('2023-12-04'), archived('2023-12-05')],
      attempt: archived('2023-12-06'),
      refused: ['archive.already 文市发〔2012〕26号'],
    },
    {
      title: 'a correction in an archived file',
      given: [...fallen, closed('2023-12-04'), archived('2023-12-05')],
      attempt: {
        at: at('2023-12-06'),
        by: 'officer-1',
        act: 'correct-clerical-error',
        data: { field: 'place', was: '1号', is: '11号' },
      },
      refused: ['archive.already 文市发〔2012〕26号'],
    },
    {
      title: 'evidence put out of an archived file',
      given: [...fallen, closed('2023-12-04'), archived('2023-12-05')],
      attempt: exclusion(1, at('2023-12-06')),
      refused: ['case.ended APL-57', 'case.already-decided APL-57'],
    },
  ]);
});
