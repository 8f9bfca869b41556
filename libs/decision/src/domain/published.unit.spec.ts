import { uuid5, type CivilDate } from '@fajiao/kernel';
import { at, changed, guideCase } from '../spec-support/other-steps.fixture.spec';
import { caseId, made, play, rulebook, said, type Step } from '../spec-support/play.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { published } from './published';

const to = { caseId, rulebook };
const servedOn = '2023-09-28' as CivilDate;

describe('what the service of a penalty publishes', () => {
  it('is nothing before there is a penalty with a number', () => {
    const { state } = play(upTo('decided'));
    expect(published(state, servedOn, to).map(({ type }) => type)).toEqual(['FineHandedOver', 'DecisionForPublic']);
    expect(published({ ...state, number: null }, servedOn, to)).toEqual([]);
    expect(published({ ...state, filing: null }, servedOn, to)).toEqual([]);
    expect(published({ ...state, decision: null }, servedOn, to)).toEqual([]);
  });

  it('is nothing where nobody was punished', () => {
    const spared: Step = { ...straightCase.decided, act: 'decide-no-penalty', data: { ground: 'not-proven' } };
    const events = made(straightCase.served, [...upTo('concluded'), spared]);
    expect(events.map(({ type }) => type)).toEqual(['DecisionServed']);
  });

  it('names the fine by its case and decision, the same whenever it is asked', () => {
    const { state } = play(upTo('decided'));
    const [fine] = published(state, servedOn, to);
    expect(fine?.data).toMatchObject({ fineId: uuid5('fine', `${caseId}/${state.decision?.revision}`) });
  });

  it('tells the collecting side who had a part in the case, so that none of them authorises there', () => {
    const data = said('FineHandedOver', majorCase.served, majorUpTo('decided'));
    const heads = ['head-1', 'head-2', 'head-3', 'head-4'];
    expect(data).toMatchObject({ decidingPersons: [...heads, 'lead-1', 'legal-1', 'officer-1', 'officer-2'] });
  });

  it('tells the collecting side that no surcharge is stated where gains alone are to be paid', () => {
    const gains = { kind: 'confiscation-of-gains', fen: 100000 };
    const proposal = { penalties: [{ kind: 'warning' }, gains], tier: '轻微' };
    const { noticed, waived, decided, served } = straightCase;
    const given = [...upTo('questioned'), changed(straightCase.concluded, { proposal }), noticed, waived, decided];
    expect(said('FineHandedOver', served, given)).toMatchObject({
      ...{ fineFen: 0, confiscatedGainsFen: 100000, surchargeStated: false },
    });
  });

  it('marks a party under eighteen at the act, so that the public never learns who it is', () => {
    const minor = (citizenId: string) => {
      const mitigation = { ground: 'minor', reason: '未满十八周岁' };
      const proposal = {
        penalties: [{ kind: 'fine', fen: 100000 }, { kind: 'publication' }],
        tier: '轻微',
        mitigation,
      };
      const given = guideCase(citizenId).map((step) =>
        step.act === 'conclude-investigation' ? changed(step, { proposal }) : step,
      );
      const decided = { ...straightCase.decided, at: at('2024-08-28') };
      const data = said('DecisionForPublic', { ...straightCase.served, at: at('2024-08-28', '15:00') }, [
        ...given,
        decided,
      ]);
      return data && 'minor' in data ? data.minor : undefined;
    };
    // The act was on 10 August 2024: a birthday on that day still counts as the younger age.
    expect(minor('140922200608100241')).toBe(true);
    expect(minor('140922200608090244')).toBe(false);
    expect(minor('140922198503120018')).toBe(false);
  });
});
