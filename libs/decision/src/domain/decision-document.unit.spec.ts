import { fen } from '@fajiao/kernel';
import { rulebook, lawOn } from '../spec-support/play.fixture.spec';
import { at } from '../spec-support/other-steps.fixture.spec';
import { authorityOf, paymentInstruction } from './decision-document';
import type { PowerUsed } from './events';

const law = lawOn(at('2023-09-28'));
const fine = { kind: 'fine', fen: fen(500_000) } as const;
const gains = { kind: 'confiscation-of-gains', fen: fen(80_000) } as const;

describe('a decision tells how to pay', () => {
  it('with the surcharge on a fine that is late (APL-72)', () => {
    expect(paymentInstruction([{ kind: 'warning' }, fine, gains], law)).toEqual({
      ...{ fineFen: 500_000, confiscatedGainsFen: 80_000, how: 'any-bank-or-electronic', withinDays: 15 },
      surcharge: { perMillePerDay: 30, capPercent: 100 },
    });
  });

  it('without one on confiscated gains, which are no fine', () => {
    expect(paymentInstruction([gains], law)).toMatchObject({ confiscatedGainsFen: 80_000, surcharge: null });
  });

  it('without one where the authority does not state it (D235-5, 9)', () => {
    const surcharge = rulebook.profile.surcharge.map((rule) => ({ ...rule, statedInDecision: false }));
    const unstated = { ...law, rulebook: { ...rulebook, profile: { ...rulebook.profile, surcharge } } };
    expect(paymentInstruction([fine], unstated)).toMatchObject({ fineFen: 500_000, surcharge: null });
  });

  it('not at all where there is nothing to pay', () => {
    expect(paymentInstruction([{ kind: 'warning' }, { kind: 'suspension', months: 2 }], law)).toBeNull();
  });
});

describe('a decision is made in the name', () => {
  const power: PowerUsed = {
    ...{ delegation: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60', unit: { id: 'town-1', kind: 'township' } },
    ...{ name: '示例县龙泉镇人民政府', code: '11140922MB0000000X', basis: 'APL-24' },
  };
  const { name, unifiedSocialCreditCode } = rulebook.profile.authority;

  it('of the township to which the province gave the power (APL-24)', () => {
    expect(authorityOf(law, power)).toEqual({ name: '示例县龙泉镇人民政府', code: '11140922MB0000000X' });
  });

  it('of the bureau, by its own officers and by an organisation that it entrusted (APL-20)', () => {
    const bureau = { name, code: unifiedSocialCreditCode };
    expect(authorityOf(law, null)).toEqual(bureau);
    expect(authorityOf(law, { ...power, basis: 'APL-20' })).toEqual(bureau);
  });
});
