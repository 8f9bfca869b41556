import { requirementsOf } from '../act';
import { closeCase } from '../acts';
import { clocksOf } from '../clocks';
import { describeCase } from '../describe';
import { writeOffPayment } from '../effects';
import { statusAfter } from '../status';
import { wordsOf, caseFileOf } from '../../spec-support/documents.fixture.spec';
import {
  closed,
  courtSought,
  deferred,
  demandIssued,
  enforcementTerminated,
  paid,
  revokedByOwn,
  writtenOff,
} from '../../spec-support/after-service.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Step } from '../../spec-support/play.fixture.spec';
import { onTheSpotUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { majorUpTo, upTo } from '../../spec-support/steps.fixture.spec';
import { forms } from '../../application/forms';

const given = () => writtenOff(play(upTo('served')), '2024-06-03');
const refusedOf = (step: Step, played = given()) =>
  attempt(step, played).refused?.map(({ code, source, detail }) => ({ code, source, ...detail }));

describe('a fine that the collecting side has written off', () => {
  it('lets its case be closed, which says what was written off and on what ground', () => {
    const played = given();
    const asked = requirementsOf(closeCase, played.state, lawOn(at('2024-06-04')));
    expect(asked.find(({ code }) => code === 'closing.fine-open')).toEqual({
      code: 'closing.fine-open',
      source: 'internal control',
      state: 'met',
      by: [played.state.writtenOff?.revision],
      detail: { writtenOffFen: 500000, on: '2024-06-03', ground: 'died-without-estate', source: 'ACL-40' },
    });
    expect(play([closed('2024-06-04')], played).state.status).toBe('closed');
  });

  it('is written into the closing report', () => {
    const played = play([closed('2024-06-04')], given());
    const words = wordsOf(forms['closing-report'].fill(caseFileOf(played, at('2024-06-04'))));
    expect(words).toContain(
      '缴款情况：未缴款项人民币5000.00元（大写：伍仟元整）已于2024年6月3日终结执行，不再收缴：' +
        '公民死亡，无遗产可供执行，又无义务承受人（ACL-40）。',
    );
  });

  it('is shown on the case, and neither its payment nor the court is due any more', () => {
    const late = lawOn(at('2024-06-04'));
    const names = (played: ReturnType<typeof play>) => clocksOf(played.state, late).map(({ name }) => name);
    expect(names(play(upTo('served')))).toEqual(expect.arrayContaining(['paymentDue', 'courtApplyBy']));
    expect(names(given())).not.toEqual(expect.arrayContaining(['paymentDue']));
    expect(names(given())).not.toEqual(expect.arrayContaining(['courtApplyBy']));
    expect(describeCase(given().state, late)).toMatchObject({
      status: 'written-off',
      payment: null,
      writtenOff: { fen: 500000, on: '2024-06-03', ground: 'died-without-estate', source: 'ACL-40' },
    });
  });

  it('is written off once, and no other fine is', () => {
    const { state } = given();
    const fine = { fineId: state.service?.fineId, writtenOffFen: 1, ground: 'other-approved', source: 'ACL-40' };
    expect(writeOffPayment(state, { ...fine, writtenOffOn: '2024-06-05' } as never)).toEqual({ events: [] });
    expect(writeOffPayment(state, { ...fine, fineId: 'another' } as never)).toEqual({
      refused: [{ code: 'payment.other-fine', source: 'D235-10' }],
    });
  });

  it('means nothing to the decision that is made anew', () => {
    const anew = play([revokedByOwn('2024-06-04', true)], given());
    expect(anew.state.writtenOff).toBeNull();
    const { fineId } = given().state.service!;
    expect(writeOffPayment(anew.state, { fineId } as never)).toEqual({ events: [] });
  });

  it('leaves penalties that are no money to be carried out', () => {
    const major = writtenOff(play(majorUpTo('served')), '2025-01-06', 2800000);
    expect(refusedOf(closed('2025-01-07'), major)).toEqual([
      { code: 'closing.penalty-not-executed', source: 'internal control', penalties: 'suspension' },
    ]);
  });

  it('leaves a case closed that was closed because enforcement had ended', () => {
    const ended = play([...upTo('served'), enforcementTerminated('2024-06-03'), closed('2024-06-04')]);
    expect(writtenOff(ended, '2024-06-05').state).toMatchObject({ status: 'closed', ending: { how: 'closed' } });
    expect(paid(ended, '2024-06-05').state.status).toBe('closed');
    expect(statusAfter({ type: 'PaymentWrittenOff', data: {} } as never, 'archived')).toBe('archived');
  });
});

describe('what is written off is not demanded any more:', () => {
  const ended = { code: 'fine.written-off', source: 'ACL-40', on: '2024-06-03' };

  it.each([
    ['a demand', demandIssued('2024-06-04')],
    ['a deferral', deferred('2024-06-04', '2024-12-31')],
    ['the court', courtSought('2024-06-04')],
  ])('not by %s', (_name, step) => {
    expect(refusedOf(step)).toEqual(expect.arrayContaining([ended]));
  });

  it('nor on the spot', () => {
    const decided = onTheSpotUpTo('decided');
    const collecting = onTheSpotUpTo('collected').at(-1)!;
    const spot = writtenOff(play(decided), '2024-09-13', 10000);
    const later = { ...collecting, at: at('2024-09-13', '17:00') };
    expect(refusedOf(later, spot)).toEqual([{ code: 'spot-collection.nothing-due', source: 'APL-68' }]);
  });
});
