import type { DecisionFell } from '@fajiao/contracts';
import { type Decision, type Fact, fen, parseCivilDate } from '@fajiao/kernel';
import { disclose, type Disclosure, type DisclosureEvent, disclosures } from './disclosure';
import { citizen, decision } from './sample-decision.fixture.spec';
import { noteFall, withdraw, withdrawAndAmend } from './withdrawal';

const scope = { procedures: ['ordinary'], source: 'APL-48' } as const;
const today = parseCivilDate('2024-06-11');

const fell: DecisionFell['data'] = {
  caseId: decision.caseId,
  documentNumber: decision.documentNumber,
  how: 'changed',
  by: 'reconsideration',
  fellOn: parseCivilDate('2024-06-06'),
  penalties: [{ kind: 'fine', fen: fen(150000) }],
};

const after = (state: Disclosure, result: Decision<DisclosureEvent>): Disclosure => {
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.events.reduce((now, event) => disclosures.evolve(now, event as Fact<DisclosureEvent>), state);
};
const published = after(disclosures.initial, disclose(decision, disclosures.initial, scope, today));
const fallen = after(published, noteFall(fell, published));
const revoked = after(published, noteFall({ ...fell, how: 'revoked', penalties: null }, published));
const codesOf = (result: Decision<DisclosureEvent>) =>
  'refused' in result ? result.refused.map(({ code }) => code) : [];
const typesOf = (result: Decision<DisclosureEvent>) =>
  'events' in result ? result.events.map(({ type }) => type) : [];

describe('a published decision that falls', () => {
  it('is to come down, and stands until somebody takes it down', () => {
    expect(fallen).toMatchObject({ status: 'published', due: { how: 'changed', fellOn: '2024-06-06' } });
  });

  it('leaves its number and the reason in public', () => {
    expect(withdraw({}, revoked, today)).toEqual({
      events: [
        {
          type: 'Withdrawn',
          data: {
            caseId: decision.caseId,
            documentNumber: decision.documentNumber,
            reason: '原行政处罚决定于2024-06-06经行政复议撤销',
            withdrawnOn: '2024-06-11',
          },
        },
      ],
    });
  });

  it('is put up again as it holds now, with what was masked before still masked', () => {
    const goods = { kind: 'confiscation-of-goods', items: ['接收设施1套', '张示例的手机'] } as const;
    const start = disclosures.initial;
    const shown = after(
      start,
      disclose({ ...decision, party: citizen, penalties: [...decision.penalties, goods] }, start, scope, today),
    );
    const due = after(shown, noteFall({ ...fell, penalties: [goods] }, shown));
    const amended = after(due, withdrawAndAmend({}, due, today));
    expect(amended).toMatchObject({
      status: 'published',
      amendedOn: '2024-06-11',
      due: null,
      entry: { penalties: [{ kind: 'confiscation-of-goods', items: ['接收设施1套'] }] },
    });
  });

  it('may be taken down first and amended later', () => {
    const down = after(fallen, withdraw({ reason: '复议变更，联系电话13812345678' }, fallen, today));
    expect(down).toMatchObject({ status: 'withdrawn', reason: '复议变更，联系电话******' });
    expect(typesOf(withdrawAndAmend({}, down, today))).toEqual(['Amended']);
    expect(typesOf(withdrawAndAmend({}, fallen, today))).toEqual(['Withdrawn', 'Amended']);
  });

  it('makes room for the decision that takes its place', () => {
    const anew = { ...decision, documentNumber: '（示）文综罚字〔2024〕第9号' };
    expect(typesOf(disclose(anew, fallen, scope, today))).toEqual(['Withdrawn', 'Published']);
    const down = after(fallen, withdraw({}, fallen, today));
    expect(typesOf(disclose(anew, down, scope, today))).toEqual(['Published']);
    expect(typesOf(disclose({ ...anew, procedure: 'simple' }, fallen, scope, today))).toEqual([
      ...['Withdrawn', 'DisclosureWithheld'],
    ]);
  });

  it('falls a second time when what holds instead falls, too', () => {
    const amended = after(fallen, withdrawAndAmend({}, fallen, today));
    expect(after(amended, noteFall({ ...fell, how: 'revoked', penalties: null }, amended))).toMatchObject({
      due: { how: 'revoked' },
    });
  });
});

describe('it is refused', () => {
  const withheld = after(
    disclosures.initial,
    disclose({ ...decision, procedure: 'simple' }, disclosures.initial, scope, today),
  );
  it.each([
    ['to take down what stands', withdraw({}, published, today), 'disclosure.not-fallen'],
    ['to take down what was never up', withdraw({}, withheld, today), 'disclosure.not-public'],
    [
      'to take down twice',
      withdraw({}, after(fallen, withdraw({}, fallen, today)), today),
      'disclosure.already-withdrawn',
    ],
    ['to amend what was revoked', withdrawAndAmend({}, revoked, today), 'disclosure.nothing-to-amend'],
  ])('%s', (_what, result, code) => {
    expect(codesOf(result)).toEqual([code]);
  });

  it('by nobody when what was never public falls', () => {
    expect(noteFall(fell, withheld)).toEqual({ events: [] });
    expect(noteFall({ ...fell, documentNumber: '另一号' }, published)).toEqual({ events: [] });
  });
});
