import { civilDateOf, yearOf } from '@fajiao/kernel';
import { PolicyRefused, type Policy, type StreamFact } from '@fajiao/projections';
import { documentNumber } from '@fajiao/rulebook';
import { assignNumber, documentNumbers, numberOf, seriesOf } from '../domain/document-numbers';
import { numberDecision } from '../domain/effects';
import {
  caseSchemas,
  type NoPenaltyDecided,
  type NumberedKind,
  type PenaltyDecided,
  type SpotPenaltyDecided,
} from '../domain/events';
import { cases } from '../domain/evolve';
import { commandOfPolicy, type PlacedFact } from './commands';
import type { DecisionDeps } from './decision-deps';
import { IssueDocuments } from './issue-documents';
import { StaffOnDay } from './staff-on-day';

type Numbered = PenaltyDecided | NoPenaltyDecided | SpotPenaltyDecided;

const KINDS: Readonly<Record<Numbered['type'], NumberedKind>> = {
  PenaltyDecided: 'penalty',
  NoPenaltyDecided: 'no-penalty',
  SpotPenaltyDecided: 'spot-penalty',
};

const NAME = 'number-decisions';

/**
 * Gives every decision the next number of its series. It runs right after the decision, in the same request, and again as a
 * policy: both send the same two commands, so whichever comes first does it and the other finds it done. What a decision made on
 * the spot publishes goes out with its number, and its document with it.
 */
export class NumberDecisions implements Policy<Numbered> {
  readonly name = NAME;
  readonly schemas = {
    PenaltyDecided: caseSchemas.PenaltyDecided,
    NoPenaltyDecided: caseSchemas.NoPenaltyDecided,
    SpotPenaltyDecided: caseSchemas.SpotPenaltyDecided,
  };
  readonly startsAt = 'beginning';

  private readonly documents: IssueDocuments;

  constructor(private readonly deps: DecisionDeps) {
    this.documents = new IssueDocuments(deps);
  }

  async react(fact: StreamFact<Numbered>): Promise<void> {
    await this.number(fact);
  }

  /** The case as it stands with its number. */
  async number(fact: PlacedFact<Numbered>) {
    const { handler, rulebook } = this.deps;
    const caseId = fact.stream.slice(`${cases.category}-`.length);
    const kind = KINDS[fact.type];
    const year = yearOf(fact.data.decidedOn);
    const number = await this.draw(caseId, seriesOf(kind, year), fact);
    const numbered = { documentNumber: documentNumber(rulebook.profile, kind, year, number), kind, year, number };
    const command = commandOfPolicy(this.deps, NAME, fact, 'number the case');
    const to = { caseId, rulebook };
    const staff = new StaffOnDay(this.deps.register, civilDateOf(command.occurredAt));
    const outcome = await handler.execute(cases, caseId, command, async (state) => {
      const decision = numberDecision(state, numbered, to);
      if ('refused' in decision) return decision;
      return { events: await this.documents.issue(decision.events, { caseId, state, command, staff }) };
    });
    if (!outcome.done) throw new PolicyRefused(outcome.grounds);
    return outcome;
  }

  private async draw(caseId: string, series: string, fact: PlacedFact<Numbered>): Promise<number> {
    const command = commandOfPolicy(this.deps, NAME, fact, 'draw a number');
    const decide = (state: typeof documentNumbers.initial) => assignNumber(caseId, fact.revision, state);
    const { state } = await this.deps.handler.execute(documentNumbers, series, command, decide, { opening: true });
    const number = numberOf(caseId, fact.revision, state);
    if (number === undefined) throw new Error(`${series} gave ${caseId} no number`);
    return number;
  }
}
