import { noCase } from './case-state';
import { describeCase } from './describe';
import { concluded, deferred, sought, stayed } from '../spec-support/after-service.fixture.spec';
import { at, hearing, hearingNotice, hearingRequest } from '../spec-support/other-steps.fixture.spec';
import { lawOn, play, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpot, transfer, transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';

const seen = (steps: readonly Step[], day: string) => describeCase(play(steps).state, lawOn(at(day)));

describe('the description of a case', () => {
  it('is there once the case is', () => {
    expect(describeCase(noCase, lawOn(at('2023-09-11')))).toBeUndefined();
    expect(seen(upTo('filed'), '2023-09-11')).toMatchObject({ status: 'filed', documentNumber: null, outcome: null });
  });

  it('knows no right to a hearing before there is a proposal, and holds the case for no major one', () => {
    expect(seen(upTo('filed'), '2023-09-11')).toMatchObject({
      ...{ hearingRight: [], major: false, legalReviewRequired: false, deliberationRequired: false, proposal: null },
    });
  });

  it('names the document once it is numbered', () => {
    expect(seen(upTo('decided'), '2023-09-28')).toMatchObject({ documentNumber: '（示）文综罚字〔2023〕第1号' });
  });

  it('says how it came out: dropped, transferred to another authority, or not yet', () => {
    const dropped: Step = { at: at('2023-09-20'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } };
    expect(seen([...upTo('inspected'), dropped], '2023-09-20')).toMatchObject({ outcome: 'dropped' });
    const proposed = {
      ...transfer.proposed,
      data: { to: '市场监督管理局', ground: '不属本机关管辖', kind: 'authority' },
    };
    const away = [transfer.filed, transfer.approved, proposed, transfer.granted, transfer.handedOver];
    expect(seen(away, '2024-05-28')).toMatchObject({ outcome: 'transferred', ending: { how: 'transferred' } });
    const refused: Step = { ...straightCase.approved, act: 'refuse-filing', data: { reason: '不符合立案标准' } };
    expect(seen([straightCase.filed, refused], '2023-09-12')).toMatchObject({ outcome: null });
  });

  it('says what became of its decision', () => {
    const steps = [...upTo('served'), deferred('2023-10-08', '2024-03-05'), sought('2023-10-09'), stayed('2023-10-10')];
    expect(seen(steps, '2023-10-10')).toMatchObject({
      ...{ remedies: [{ remedy: 1, concluded: null }], stays: [{ remedy: 1 }], easierTerms: [{ kind: 'deferral' }] },
      ...{ fall: null, heldUnlawfulOn: null, changedBy: null, fellOn: null, redo: null },
      ...{ demands: [], courtApplication: null, enforcementPauses: [], enforcementEnd: null, archives: [] },
    });
    expect(seen([...steps, concluded('2023-12-01', 'revoked')], '2023-12-01')).toMatchObject({
      ...{ fall: { how: 'revoked', by: 'reconsideration' }, fellOn: '2023-12-01' },
    });
  });
});

describe('who did what on a case', () => {
  const duties = (steps: readonly Step[], day: string) => seen(steps, day)?.duties;

  it('on the spot: the officer who decided also filed it', () => {
    expect(duties([onTheSpot.decided], '2024-09-13')).toMatchObject({ filed: ['officer-1'], decided: ['officer-1'] });
  });

  it('counts whoever refused a filing, and whoever answered a transfer, among those who approve', () => {
    const refused: Step = { ...straightCase.approved, act: 'refuse-filing', data: { reason: '不符合立案标准' } };
    expect(duties([straightCase.filed, refused], '2023-09-12')?.approved).toEqual(['lead-1']);
    expect(duties(transferUpTo('granted'), '2024-05-28')?.approved).toEqual(['lead-1', 'head-1']);
    const declined: Step = { ...transfer.granted, act: 'refuse-transfer', data: { reasons: '不构成犯罪' } };
    expect(duties([...transferUpTo('proposed'), declined], '2024-05-28')?.approved).toEqual(['lead-1', 'head-1']);
  });

  it('counts whoever set, held or recorded a hearing among those who chair, each once', () => {
    const given = [...majorUpTo('noticed'), hearingRequest];
    const chaired = (steps: readonly Step[]) => duties([...given, ...steps], '2024-04-02')?.chaired;
    const by = 'officer-chair-1';
    expect(chaired([hearingNotice])).toEqual(['chair-1']);
    expect(chaired([{ ...hearingNotice, by }, hearing])).toEqual([by, 'chair-1']);
    expect(
      chaired([
        { ...hearingNotice, by },
        { ...hearing, act: 'miss-hearing', data: {} },
      ]),
    ).toEqual([by, 'chair-1']);
    expect(chaired([hearingNotice, hearing])).toEqual(['chair-1']);
  });

  it('counts nobody where nothing was done', () => {
    expect(duties(upTo('filed'), '2023-09-11')).toEqual({
      ...{ filed: ['officer-1'], approved: [], investigated: ['officer-1', 'officer-2'], recused: [], reviewed: [] },
      ...{ chaired: [], deliberated: [], decided: [] },
    });
  });
});
