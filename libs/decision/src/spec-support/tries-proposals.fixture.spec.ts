import type { Penalty } from '@fajiao/contracts';
import { fen } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import type { Dice } from './dice.fixture.spec';
import { businessParty, citizenParty, organisationParty } from './steps.fixture.spec';

/** Offences with penalties that their articles know, and some that they do not. */
type Proposal = { readonly penalties: readonly Penalty[]; readonly tier: string } & Readonly<Record<string, unknown>>;

interface Matter {
  readonly party: object;
  readonly proposal: (dice: Dice) => Proposal;
  readonly found?: object;
}

export const warning: Penalty = { kind: 'warning' };
export const fine = (amount: number): Penalty => ({ kind: 'fine', fen: fen(amount) });
export const young = { ...citizenParty, citizenId: '140922200803020246' };
export const child = { ...citizenParty, citizenId: '140922201011050150' };

/** Offences with penalties that their articles know. */
export const matters: Readonly<Record<string, Matter>> = {
  'CT-NET-31-1': {
    party: businessParty,
    proposal: (dice) => {
      const amount = dice.between(0, 15) * 100_000;
      const tier = amount <= 300_000 ? '轻微' : amount <= 800_000 ? '一般' : '较重';
      const months = dice.onceIn(2) && tier === '较重' ? [{ kind: 'suspension', months: 1 } as const] : [];
      return { penalties: [warning, fine(amount), ...months], tier };
    },
  },
  'CT-NET-27': {
    party: businessParty,
    proposal: (dice) => ({
      penalties: [
        fine(dice.between(10, 30) * 100_000),
        { kind: 'confiscation-of-goods', items: ['电脑主机20台'] },
        ...(dice.onceIn(3) ? [{ kind: 'confiscation-of-gains', fen: fen(500_000) } as const] : []),
      ],
      tier: '一般',
    }),
    found: { conditions: ['no-crime-suspected'], goods: ['电脑主机20台'] },
  },
  'CT-ENT-48-5': {
    party: organisationParty,
    proposal: (dice) =>
      dice.onceIn(3)
        ? { penalties: [fine(dice.between(10, 15) * 100_000)], tier: '一般' }
        : {
            penalties: [fine(dice.between(25, 30) * 100_000), { kind: 'suspension', months: dice.between(1, 3) }],
            tier: '严重',
          },
  },
  'CT-PERF-44': {
    party: organisationParty,
    proposal: (dice) => ({ penalties: [fine(dice.between(50, 70) * 100_000)], tier: '一般' }),
  },
  'CT-TOUR-102-1': {
    party: citizenParty,
    proposal: (dice) => ({
      penalties: [fine(dice.between(1, 2) * 100_000), { kind: 'publication' }],
      tier: '轻微',
      ...(dice.onceIn(2) && { mitigation: { ground: 'minor', reason: '不满十八周岁' } }),
    }),
  },
  'CT-GUIDE-CARD': {
    party: citizenParty,
    proposal: (dice) => ({ penalties: [fine(dice.between(1, 5) * 10_000)], tier: dice.of(['轻微', '一般']) }),
    found: { conditions: ['refused-to-correct'] },
  },
};
export const OFFENCES = Object.keys(matters);

/** What no article gives, or not so. */
export const odd: readonly object[] = [
  { penalties: [warning, fine(99_000_000)] },
  { penalties: [fine(1)] },
  { penalties: [{ kind: 'licence-suspension' }] },
  { penalties: [fine(2_600_000), { kind: 'suspension', months: 24 }], tier: '严重' },
  { penalties: [{ kind: 'public-criticism' }, { kind: 'confiscation-of-gains', fen: fen(1) }] },
  { tier: '没有的档次' },
  { governing: { version: '2030-01-01', reason: '从轻' } },
  { governing: { version: '2020-01-01', reason: '从轻' } },
  { mitigation: { ground: '心情', reason: '无' } },
  { penalties: [] },
];

/** Penalties that an article does not give. */
export const oddPenalties = (dice: Dice, otherwise: readonly Penalty[]): readonly Penalty[] =>
  (dice.of(odd) as { readonly penalties?: readonly Penalty[] }).penalties ?? otherwise;

const oddFindings: readonly object[] = [
  { gainsFen: 90_000_000 },
  { gainsFen: 50_000_000, repaidFen: 1 },
  { turnoverFen: 90_000_000 },
  { conditions: [] },
];

export function proposalFor(dice: Dice, state: CaseState): object {
  const proposed = usualProposal(dice, state);
  if (!dice.onceIn(5)) return proposed;
  return {
    ...proposed,
    proposal: { ...proposed.proposal, ...(dice.onceIn(3) ? {} : dice.of(odd)) },
    ...dice.of(oddFindings),
  };
}

function usualProposal(dice: Dice, { filing }: CaseState) {
  const matter = matters[filing?.offence.code ?? ''] ?? matters['CT-NET-31-1']!;
  const proposal = dice.onceIn(25)
    ? { penalties: [], tier: '不予处罚', noPenalty: { ground: 'not-proven', reasons: '证据不足' } }
    : matter.proposal(dice);
  const found = dice.onceIn(20) ? { conditions: dice.of([['harm-removed'], ['slight', 'corrected', 'no-harm']]) } : {};
  const outside = dice.onceIn(10) ? { penalties: [warning, fine(900_000)], reasons: '影响恶劣' } : {};
  return { findings: '经查属实', proposal: { ...proposal, ...outside }, ...matter.found, ...found };
}
