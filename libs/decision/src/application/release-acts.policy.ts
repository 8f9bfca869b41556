import type { Policy, StreamFact } from '@fajiao/projections';
import {
  caseSchemas,
  type CaseDropped,
  type CaseHandedOver,
  type DecisionChanged,
  type DecisionRevoked,
  type NoPenaltyDecided,
  type PenaltyDecided,
} from '../domain/events';
import { cases } from '../domain/evolve';
import { fineOf } from '../domain/discretion';
import { commandOfPolicy } from './commands';
import type { DecisionDeps } from './decision-deps';
import { OneFinePerAct } from './one-fine-per-act';

type WithoutFine = PenaltyDecided | NoPenaltyDecided | CaseDropped | CaseHandedOver | DecisionChanged | DecisionRevoked;

/**
 * Gives an act back when its case has ended without a fine, or its fine has fallen: another case may fine it (APL-29). A
 * case that is to be decided anew keeps it.
 */
export class ReleaseActs implements Policy<WithoutFine> {
  readonly name = 'release-acts';
  readonly schemas = {
    PenaltyDecided: caseSchemas.PenaltyDecided,
    NoPenaltyDecided: caseSchemas.NoPenaltyDecided,
    CaseDropped: caseSchemas.CaseDropped,
    CaseHandedOver: caseSchemas.CaseHandedOver,
    DecisionChanged: caseSchemas.DecisionChanged,
    DecisionRevoked: caseSchemas.DecisionRevoked,
  };
  readonly startsAt = 'beginning';
  private readonly acts: OneFinePerAct;

  constructor(private readonly deps: DecisionDeps) {
    this.acts = new OneFinePerAct(deps);
  }

  async react(fact: StreamFact<WithoutFine>): Promise<void> {
    if ('penalties' in fact.data && fineOf(fact.data) !== undefined) return;
    if (fact.type === 'DecisionRevoked' && fact.data.how === 'redo') return;
    if (fact.type === 'CaseHandedOver' && fact.data.kind === 'justice') return;
    const caseId = fact.stream.slice(`${cases.category}-`.length);
    const { state } = await this.deps.handler.load(cases, caseId);
    if (state.filing) await this.acts.release(state.filing.party, caseId, commandOfPolicy(this.deps, this.name, fact));
  }
}
