import { fen, parseCivilDate } from '@fajiao/kernel';
import { Desk } from '../../../spec-support/fine-desk.fixture.spec';
import { rules } from '../../../spec-support/samples.fixture.spec';
import { cancelFine } from '../follow-decision';
import { authoriseRelief, cancelRelief, requestRelief, type RequestRelief } from './relief';

// Due by 2023-10-13; on 2023-10-20 seven days of 150 yuan have arisen.
const NOON = '2023-10-20 12:00';
const ask = (desk: Desk, change: Partial<RequestRelief>, by = 'clerk-1', persons: string[] = []) =>
  desk.act(
    by,
    NOON,
    (state, act) =>
      requestRelief(
        state,
        { reliefId: 'l1', kind: 'write-off', ground: 'object-lost', reason: '标的灭失', ...change },
        act,
      ),
    persons,
  );
const authorise = (desk: Desk, by = 'clerk-2') => desk.act(by, NOON, (state, act) => authoriseRelief(state, 'l1', act));

const agreement: Partial<RequestRelief> = {
  ...{ kind: 'surcharge-reduction', ground: 'execution-agreement', document: '示文执协〔2023〕2号' },
  ...{ fen: fen(105_000), remediedOn: parseCivilDate('2023-10-19') },
};
const dispensation: Partial<RequestRelief> = {
  ...{ kind: 'proof-dispensation', ground: 'treasury-certificate', document: '国库证〔2023〕7号' },
  payment: { bank: 'bank-a', reference: 'A1', proof: 'treasury' },
};

describe('whatever ends or lessens collecting', () => {
  it('rests on a ground of the closed list, and names its source', () => {
    expect(ask(new Desk(), { ground: 'tired-of-it' })).toEqual(['relief.ground-not-listed ACL-40']);
    expect(ask(new Desk(), { kind: 'surcharge-reduction', ground: 'object-lost' })).toEqual([
      'relief.ground-not-listed ACL-42',
      'relief.content-missing ACL-42',
    ]);
    expect(ask(new Desk(), { ground: 'unable-for-three-years' })).toEqual(['relief.document-missing ACL-39']);
    expect(ask(new Desk(), { ground: 'unable-for-three-years', document: '1号' })).toEqual(['ReliefRequested']);
  });

  it('takes two persons, neither of the deciding side', () => {
    const desk = new Desk();
    expect(ask(desk, {}, 'head-1', ['head-1'])).toEqual(['duties.deciding-side APL-67']);
    expect(ask(desk, {})).toEqual(['ReliefRequested']);
    expect(authorise(desk, 'clerk-1')).toEqual(['duties.same-person internal control']);
    expect(authorise(desk)).toEqual(['ReliefAuthorised', 'FineWrittenOff']);
    expect(authorise(desk)).toEqual(['relief.not-open internal control']);
  });

  it('can be withdrawn while it is open', () => {
    const desk = new Desk();
    ask(desk, {});
    const cancel = () =>
      desk.act('clerk-1', NOON, (state, act) => cancelRelief(state, { reliefId: 'l1', reason: '有误' }, act));
    expect(cancel()).toEqual(['ReliefCancelled']);
    expect(cancel()).toEqual(['relief.not-open internal control']);
    expect(authorise(desk)).toEqual(['relief.not-open internal control']);
  });

  it('comes too late for a decision that fell', () => {
    const desk = new Desk();
    ask(desk, {});
    desk.follow((state) => cancelFine(state, { reason: 'revoked', cancelledOn: parseCivilDate('2023-10-19') }, rules));
    expect(authorise(desk)).toEqual(['relief.fine-ended ACL-40']);
    expect(ask(desk, agreement)).toEqual(['relief.fine-ended ACL-42']);
  });
});

describe('a write-off', () => {
  it('tells the deciding side what is demanded no more, and stops the surcharge', () => {
    const desk = new Desk();
    ask(desk, {});
    authorise(desk);
    expect(desk.events.at(-1)).toMatchObject({
      type: 'FineWrittenOff',
      data: { writtenOffFen: 605_000, writtenOffOn: '2023-10-20', ground: 'object-lost', source: 'ACL-40' },
    });
    desk.pay('A9', 605_000, '2024-03-01 09:00');
    expect(desk.state.said.paid).toMatchObject({ paidFen: 605_000, surchargeFen: 105_000 });
  });

  it('is of something that is outstanding, and happens once', () => {
    const desk = new Desk();
    desk.pay('A1', 500_000, '2023-10-08 10:00');
    expect(ask(desk, {})).toEqual(['relief.nothing-outstanding ACL-40']);
    const open = new Desk();
    ask(open, {});
    authorise(open);
    expect(ask(open, { reliefId: 'l2' })).toEqual(['relief.fine-ended ACL-40']);
  });
});

describe('a reduction of surcharge', () => {
  it('lets off what has arisen, which may pay the fine', () => {
    const desk = new Desk();
    desk.pay('A1', 500_000, '2023-10-20 10:00');
    expect(ask(desk, agreement)).toEqual(['ReliefRequested']);
    expect(authorise(desk)).toEqual(['ReliefAuthorised', 'SurchargeReduced', 'FinePaid']);
    expect(desk.state.said.paid).toEqual({ paidFen: 500_000, surchargeFen: 0, paidOn: '2023-10-20' });
  });

  it('gives back nothing of a surcharge that was paid', () => {
    const desk = new Desk();
    desk.pay('A1', 605_000, '2023-10-20 10:00');
    expect(ask(desk, { ...agreement, fen: fen(1) })).toEqual(['surcharge.above-arisen ACL-42']);
    expect(desk.state.heldFen).toBe(0);
  });

  it('never touches the principal', () => {
    expect(ask(new Desk(), { ...agreement, fen: fen(105_001) })).toEqual(['surcharge.above-arisen ACL-42']);
  });

  it('comes after the wrong is remedied', () => {
    const later = { ...agreement, remediedOn: parseCivilDate('2023-10-21') };
    expect(ask(new Desk(), later)).toEqual(['surcharge.wrong-not-remedied ACL-42']);
    const { remediedOn: _, ...unsaid } = agreement;
    expect(ask(new Desk(), unsaid)).toEqual(['relief.content-missing ACL-42']);
  });

  it('is judged again when it is authorised', () => {
    const desk = new Desk();
    ask(desk, agreement);
    desk.pay('A1', 500_000, '2023-10-15 10:00'); // told late: only two days have arisen
    expect(authorise(desk)).toEqual(['surcharge.above-arisen ACL-42']);
  });
});

describe('a cancellation', () => {
  it('follows the document that revoked the decision', () => {
    const desk = new Desk();
    const fell = { kind: 'collection-cancellation' as const, ground: 'decision-fell' };
    expect(ask(desk, fell)).toEqual(['relief.document-missing ACL-40']);
    expect(ask(desk, { ...fell, document: '（2023）示行初1号' })).toEqual(['ReliefRequested']);
    expect(authorise(desk)).toEqual(['ReliefAuthorised', 'FineCancelled']);
    expect(desk.events.at(-1)?.data).toEqual({ reason: '（2023）示行初1号', cancelledOn: '2023-10-20' });
  });
});

describe('the dispensation of a proof', () => {
  it('makes a fine closable whose third proof is not to be had', () => {
    const desk = new Desk();
    desk.pay('A1', 500_000, '2023-10-08 10:00');
    expect(ask(desk, { ...dispensation, payment: { bank: 'bank-a', reference: 'A1', proof: 'statement' } })).toEqual([
      'ReliefRequested',
    ]);
    expect(authorise(desk)).toEqual(['ReliefAuthorised', 'ProofDispensed', 'FineSettled']);
    expect(ask(desk, { ...dispensation, reliefId: 'l2' })).toEqual(['ReliefRequested']);
    const done = desk.act('clerk-2', NOON, (state, act) => authoriseRelief(state, 'l2', act));
    expect(done).toEqual(['ReliefAuthorised', 'ProofDispensed', 'FineClosable']);
    expect(ask(desk, { ...dispensation, reliefId: 'l3' })).toEqual(['relief.proof-not-missing D235-12']);
  });

  it('is of a payment that is there', () => {
    expect(ask(new Desk(), dispensation)).toEqual(['relief.proof-not-missing D235-12']);
    const { payment: _, ...unsaid } = dispensation;
    expect(ask(new Desk(), unsaid)).toEqual(['relief.content-missing D235-12']);
  });
});
