import { at, changed } from '../../spec-support/other-steps.fixture.spec';
import { made, nothingYet, said } from '../../spec-support/play.fixture.spec';
import { onTheSpot, onTheSpotUpTo, spotDecision } from '../../spec-support/spot-steps.fixture.spec';
import { businessParty } from '../../spec-support/steps.fixture.spec';

const { decided, collected, handedIn, reported } = onTheSpot;
const decision = (data: object = {}) => said('SpotPenaltyDecided', changed(decided, data), nothingYet);

describe('a decision on the spot', () => {
  it('says until when the act went on, who signed, and what the party said', () => {
    const statement = { text: '忘带了', adopted: false, reasons: '责令后仍不佩戴' };
    const more = { actEndDate: '2024-09-13', signedBy: '李示例', statement };
    expect(decision(more)).toMatchObject(more);
  });

  it('says on which ground it mitigates', () => {
    const party = { ...spotDecision.party, citizenId: '140922200803020246' };
    const mitigation = { ground: 'minor', reason: '行为时十六周岁' };
    expect(decision({ party, mitigation })).toMatchObject({ mitigation });
  });

  it('orders to correct by the day that it is told', () => {
    const correction = { what: '佩戴导游证', by: '2024-09-14' };
    expect(decision({ correction })).toMatchObject({ correction });
  });

  it('of officers of a township names their power and is the township’s own', () => {
    const officers = ['officer-township-1', 'officer-1'];
    const township = changed(decided, {
      ...{ party: businessParty, offence: 'CT-NET-31-1', actDate: '2023-09-13', place: '县城示例街1号', officers },
      ...{ conditions: [], penalties: [{ kind: 'warning' }] },
    });
    expect(said('SpotPenaltyDecided', { ...township, at: at('2023-09-13') }, nothingYet)).toMatchObject({
      power: { unit: { id: 'town-1' }, basis: 'APL-24' },
      authority: { name: '示例县龙泉镇人民政府', code: '11140922MB0000000X' },
    });
  });

  it('that only warns falls into the first tier, unless one is named', () => {
    const { conditions: _none, tier: _tier, ...told } = spotDecision;
    const warning = { ...told, party: businessParty, offence: 'CT-NET-31-1', penalties: [{ kind: 'warning' }] };
    expect(said('SpotPenaltyDecided', { ...decided, data: warning }, nothingYet)).toMatchObject({
      ...{ tier: '轻微', conditions: [] },
    });
    const named = { ...decided, data: { ...warning, tier: '一般' } };
    expect(said('SpotPenaltyDecided', named, nothingYet)).toMatchObject({ tier: '一般' });
  });

  it('is reported to the authority', () => {
    expect(made(reported, onTheSpotUpTo('handedIn'))).toEqual([{ type: 'SpotDecisionReported', data: {} }]);
  });
});

describe('money taken on the spot', () => {
  it('is the fine, on a ground of the list, against a receipt', () => {
    expect(made(collected, [decided])).toEqual([
      {
        type: 'SpotMoneyTaken',
        data: { ground: 'fine-not-above-100', fen: 10000, receiptNumber: '晋财0001234' },
      },
    ]);
  });

  it('on water says so, with what makes the ground true and the day of landing', () => {
    const more = { circumstances: '当事人提出当场缴纳', onWater: true, landedOn: '2024-09-13' };
    expect(said('SpotMoneyTaken', changed(collected, more), [decided])).toMatchObject(more);
  });

  it('on land says nothing of water', () => {
    expect(said('SpotMoneyTaken', changed(collected, { onWater: false }), [decided])).not.toHaveProperty('onWater');
  });

  it('that was afloat is handed in with the day of its landing', () => {
    const afloat = [decided, changed(collected, { onWater: true })];
    const landed = changed(handedIn, { landedOn: '2024-09-16' });
    expect(made(landed, afloat).map(({ type }) => type)).toEqual(['SpotMoneyLanded', 'SpotMoneyHandedIn']);
    expect(said('SpotMoneyLanded', landed, afloat)).toEqual({ landedOn: '2024-09-16' });
  });
});
