import {
  concludeInvestigation,
  decideNoPenalty,
  decideOnTheSpot,
  decidePenalty,
  fileCase,
  reviseProposal,
  type FileCase,
} from '../domain/acts';
import type { DecideOnTheSpot } from '../domain/acts';
import type { CaseState } from '../domain/case-state';
import { actOf } from '../domain/competing';
import type { ActContext, BesideCase } from '../domain/context';
import { cases } from '../domain/evolve';
import type { DecisionDeps } from './decision-deps';
import type { OneFinePerAct } from './one-fine-per-act';

interface Asked {
  readonly act: { readonly name: string };
  readonly caseId: string;
  readonly told: object;
}

type Concerning = Pick<ActContext, 'competingFines' | 'besideCase' | 'earlierFines'>;

/** What other cases have to do with an act: only the acts that ask for it pay for the look. */
export class OtherCases {
  constructor(
    private readonly deps: DecisionDeps,
    private readonly oneFine: OneFinePerAct,
  ) {}

  /**
   * Fines for the same act: a filing is warned of them, a penalty (on the spot, too) is barred by them. Fines for earlier acts: a
   * party that has one is not spared for a first time, nor weighed in a tier for one. The organisation's case: a filing against a person responsible names it.
   */
  async concerning({ act, caseId, told }: Asked, { filing }: CaseState): Promise<Concerning> {
    if (act.name === decidePenalty.name && filing)
      return { competingFines: await this.oneFine.competing(filing.party, actOf(caseId, filing)) };
    if (ASKS_FOR_EARLIER.includes(act.name) && filing)
      return { competingFines: [], earlierFines: await this.oneFine.earlier(filing.party, actOf(caseId, filing)) };
    if (!opensCase(act, told)) return { competingFines: [] };
    const opened = actOf(caseId, { ...told, offence: { code: told.offence } });
    const besideCase = await this.besideCase(told);
    return {
      competingFines: await this.oneFine.competing(told.party, opened),
      ...(act.name === decideOnTheSpot.name && { earlierFines: await this.oneFine.earlier(told.party, opened) }),
      ...(besideCase && { besideCase }),
    };
  }

  private async besideCase(told: FileCase | DecideOnTheSpot): Promise<BesideCase | undefined> {
    if (!('beside' in told) || told.beside === undefined) return undefined;
    const { filing } = (await this.deps.handler.load(cases, told.beside)).state;
    return filing ? { party: filing.party.kind, offence: filing.offence.code, actDate: filing.actDate } : undefined;
  }
}

const ASKS_FOR_EARLIER: readonly string[] = [decideNoPenalty, concludeInvestigation, reviseProposal].map(
  ({ name }) => name,
);

function opensCase(act: Asked['act'], told: object): told is FileCase | DecideOnTheSpot {
  return [fileCase.name, decideOnTheSpot.name].includes(act.name) && 'party' in told;
}
