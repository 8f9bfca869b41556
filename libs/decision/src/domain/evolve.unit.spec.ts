import type { IssuedDocument } from './events';
import { spared } from '../spec-support/discretion.fixture.spec';
import {
  at,
  changed,
  hearing,
  hearingNotice,
  hearingRequest,
  lowered,
  reduction,
} from '../spec-support/other-steps.fixture.spec';
import { happened, nothingYet, play, type Step } from '../spec-support/play.fixture.spec';
import { onTheSpot } from '../spec-support/spot-steps.fixture.spec';
import { evidence, filing, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';

const { filed, approved, inspected, concluded } = straightCase;

describe('a case as its history tells it', () => {
  it('was filed by somebody, who counts among those who investigate', () => {
    const { state } = play([{ ...filed, by: 'officer-lead-1' }]);
    expect(state.filing).toMatchObject({ filedBy: 'officer-lead-1', filedOn: '2023-09-11' });
    expect(state.officers).toEqual(['officer-1', 'officer-2']);
    expect(state.investigators).toEqual(['officer-1', 'officer-2', 'officer-lead-1']);
  });

  it('does not know what nobody told', () => {
    const { place: _place, ...told } = filing;
    expect(play([{ ...filed, data: told }]).state.filing).toMatchObject({
      ...{ actEndDate: null, place: null, harm: null, overlaps: [], beside: null, power: null },
    });
  });

  it('counts whoever concludes among those who investigate', () => {
    const by = 'officer-lead-1';
    const { state } = play([filed, approved, inspected, { ...concluded, by }]);
    expect(state.investigators).toContain(by);
    const again = { ...concluded, by, at: at('2023-09-20', '18:00'), act: 'revise-proposal' };
    const revised = play([...upTo('concluded'), changed(again, { newFacts: true })]);
    expect(revised.state.investigators).toContain(by);
  });

  it('knows who took its evidence, and that the conclusion verified it', () => {
    const { state } = play(upTo('concluded'));
    expect(state.evidence[0]).toMatchObject({
      ...{ officers: ['officer-1', 'officer-2'], sha256: evidence.sha256, status: 'verified' },
      verified: { how: 'with-the-conclusion', by: 'officer-1', on: '2023-09-20', result: null },
    });
  });

  it('that was revised has verified what came since', () => {
    const later = changed(inspected, {}, { at: at('2023-09-21') });
    const again = { ...concluded, by: 'officer-2', at: at('2023-09-22'), act: 'revise-proposal' };
    const { state } = play([...upTo('concluded'), later, changed(again, { newFacts: true })]);
    expect(state.evidence.map(({ verified }) => verified)).toMatchObject([
      { by: 'officer-1', on: '2023-09-20' },
      { by: 'officer-1', on: '2023-09-20' },
      { by: 'officer-2', on: '2023-09-22' },
    ]);
  });

  it('was dropped, or spared the party with what was found', () => {
    const dropped: Step = { at: at('2023-09-20'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } };
    expect(play([...upTo('inspected'), dropped]).state.ending).toMatchObject({ how: 'dropped', on: '2023-09-20' });
    const education = '已教育';
    const found = ['slight', 'corrected', 'no-harm'];
    const step = spared('slight-corrected-no-harm', { found, education, reasons: '情节轻微' });
    expect(play([...upTo('waived'), step]).state.decision).toMatchObject({
      ...{ outcome: 'no-penalty', decidedOn: '2023-09-28', by: 'head-1', ground: 'slight-corrected-no-harm' },
      ...{ facts: '超过规定时间营业1小时30分，属一般情形', reasons: '情节轻微', found, education, pastTerm: null },
    });
    expect(play([...upTo('waived'), spared('not-proven')]).state.decision).toMatchObject({
      ...{ reasons: null, found: [], education: null, pastTerm: null },
    });
  });

  it('keeps every correction of a clerical error', () => {
    const correction = (was: string, is: string): Step => ({
      at: at('2023-10-09'),
      by: 'officer-1',
      act: 'correct-clerical-error',
      data: { field: 'party.name', was, is },
    });
    const steps = [...upTo('served'), correction('示例网络', '示列网络'), correction('示列网络', '示例网络')];
    expect(play(steps).state.corrections).toMatchObject([
      { field: 'party.name', was: '示例网络', is: '示列网络' },
      { field: 'party.name', was: '示列网络', is: '示例网络' },
    ]);
  });

  it('keeps every document that it issued, in order, with its day', () => {
    const document = (form: string): IssuedDocument => ({ form, sha256: `${form} pdf`, docxSha256: `${form} docx` });
    const notice = { proposal: 1, mode: 'direct', servedOn: '2023-09-21', rights: ['statement', 'defence'] };
    const events = [
      { type: 'PriorNoticeServed', data: { ...notice, document: document('prior-notice') } },
      { type: 'RightsWaived', data: { proposal: 1, statement: '放弃' } },
      { type: 'CorrectionOrdered', data: { order: 1, what: '停止', document: document('correction-order') } },
    ] as never;
    const { state } = happened(events, { at: at('2023-09-21'), by: 'officer-1' }, play(upTo('concluded')));
    expect(state.documents.map(({ form, sha256, docxSha256, on }) => [form, sha256, docxSha256, on])).toEqual([
      ['prior-notice', 'prior-notice pdf', 'prior-notice docx', '2023-09-21'],
      ['correction-order', 'correction-order pdf', 'correction-order docx', '2023-09-21'],
    ]);
  });

  it('whose opening on the spot never came is ended, so that it comes no more', () => {
    const abandoned = { type: 'OpeningAbandoned', data: { takenOverBy: 'another case' } } as const;
    const { state } = happened([abandoned], { at: at('2024-09-13'), by: 'policy:take-over' }, nothingYet);
    expect(state.ending).toMatchObject({ how: 'abandoned', on: '2024-09-13' });
  });
});

describe('a case that begins with its decision', () => {
  it('is served by it, by officers who investigated, and nobody has spoken yet', () => {
    const { state } = play([onTheSpot.decided]);
    expect(state).toMatchObject({
      officers: ['officer-1', 'officer-2'],
      investigators: ['officer-1', 'officer-2'],
      statements: [],
      filing: { overlaps: [], harm: null, beside: null, filedBy: 'officer-1', filedOn: '2024-09-13' },
      decision: { procedure: 'simple', proposal: null, major: false, pastTerm: null, by: 'officer-1' },
      service: { mode: 'direct', servedOn: '2024-09-13', publishedOn: null },
    });
  });
});

describe('a hearing that the party missed', () => {
  it('is ended by whoever presided, with nobody there', () => {
    const missed = { ...hearing, act: 'miss-hearing', data: {} };
    const { state } = play([...majorUpTo('noticed'), hearingRequest, hearingNotice, missed]);
    expect(state.hearing.ended).toMatchObject({
      ...{ proposal: 1, held: false, chair: 'chair-1', representatives: 0, closedBecause: null, minutes: null },
    });
    expect(state.chairs).toEqual(['chair-1']);
  });
});

describe('a proposal', () => {
  it('is made by the officers, or by the heads who reduce it', () => {
    const { state } = play([...majorUpTo('reviewed'), reduction]);
    expect(state.proposals.map(({ version, madeBy }) => [version, madeBy])).toEqual([
      [1, 'officers'],
      [2, 'deliberation'],
    ]);
  });

  it('that only lowers keeps notice and hearing, and needs review and deliberation again', () => {
    const { state } = play([...majorUpTo('noticed'), lowered('2024-03-25')]);
    expect(state.proposals[1]).toMatchObject({ noticeFrom: 1, reviewFrom: 2, deliberationFrom: 2, madeBy: 'officers' });
  });
});
