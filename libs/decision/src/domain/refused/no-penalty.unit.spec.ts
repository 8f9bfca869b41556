import { found, spared, codes } from '../../spec-support/discretion.fixture.spec';
import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { attempt, lawOn, play, type Step } from '../../spec-support/play.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';
import { describeCase } from '../describe';

const { concluded, noticed, waived, decided } = straightCase;

describe('no penalty', () => {
  it.each([
    ['not-proven', {}],
    ['slight-corrected-no-harm', { found: ['slight', 'corrected', 'no-harm'], education: '已教育' }],
    ['no-fault', { found: ['no-fault-proven'], education: '已教育' }],
    ['mentally-incapable', { found: ['incapable'] }],
    ['limitation-expired', {}],
    ['other', { reasons: '当事人已注销' }],
  ])('is decided on the ground %s with what it asks for', (ground, data) => {
    expect(codes(spared(ground, data), play(upTo('waived')))).toEqual([]);
  });

  it('keeps what was found', () => {
    const step = spared('slight-corrected-no-harm', { found: ['no-harm'], education: '已教育' });
    const { events = [] } = attempt(step, play(found('slight', 'corrected')));
    expect(events[0]?.data).toMatchObject({ found: ['slight', 'corrected', 'no-harm'], education: '已教育' });
  });
});

describe('an investigation that finds no penalty due', () => {
  const none = { penalties: [], tier: '不予处罚', noPenalty: { ground: 'not-proven', reasons: '证据不足以证明' } };
  const given = [...upTo('inspected'), changed(concluded, { proposal: none })];

  it('ends without a proposal of penalties, and the head decides so', () => {
    const decision = spared('not-proven', { reasons: '证据不足以证明' });
    expect(codes(decision, play(given))).toEqual([]);
    expect(describeCase(play(given).state, lawOn(at('2023-09-21')))?.proposal).toMatchObject({
      penalties: [],
      noPenalty: { ground: 'not-proven' },
    });
  });

  it('lets nobody decide a penalty, nor notice one, before the proposal is revised', () => {
    expect(codes(noticed, play(given))).toEqual(['decision.no-penalty-proposed APL-57']);
    expect(codes(decided, play(given))).toContain('decision.no-penalty-proposed APL-57');
    const revised: Step = {
      at: at('2023-09-20', '18:00'),
      by: 'officer-1',
      act: 'revise-proposal',
      data: { ...concluded.data, newFacts: true },
    };
    expect(codes(decided, play([...given, revised, noticed, waived]))).toEqual([]);
  });
});
