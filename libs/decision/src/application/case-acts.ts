import type { Command, Done, Guard, Position } from '@fajiao/event-store';
import { civilDateOf, parseInstant, uuid5, type Decision, type Fact } from '@fajiao/kernel';
import { refused, type ActRequest } from '@fajiao/platform';
import { decide, type Act } from '../domain/act';
import { decidePenalty, fileCase, type FileCase } from '../domain/acts';
import type { CaseState } from '../domain/case-state';
import { actOf } from '../domain/competing';
import type { ActContext, CompetingFine } from '../domain/context';
import { fineOf } from '../domain/discretion';
import type { CaseEvent, NoPenaltyDecided, PenaltyDecided } from '../domain/events';
import { cases } from '../domain/evolve';
import { stillRequired, type StillRequired } from '../domain/next-acts';
import { lawForCase } from './case-law';
import { commandOf } from './commands';
import { decisionProblem } from './decision.messages';
import type { DecisionDeps } from './decision-deps';
import { NumberDecisions } from './number-decisions.policy';
import { OneFinePerAct } from './one-fine-per-act';
import { Refusals } from './refusals';

/** What every act may say besides what its form says. */
export interface Told {
  /** When it happened; now unless told. */
  readonly occurredAt?: string;
  /** Why it is recorded more than two working days later. */
  readonly lateReason?: string;
}

/** What an act came to. */
export interface ActDone {
  readonly caseId: string;
  /** Of the act's last event: what the next act rests on. */
  readonly revision: number;
  readonly position: Position;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
  readonly documentNumber: string | null;
  /** What stands between the case and its next milestone. */
  readonly stillRequired: readonly StillRequired[];
}

/** One act by one person on one case. */
interface Asked<Data> {
  readonly act: Act<Data>;
  readonly caseId: string;
  readonly told: Data & Told;
  readonly request: ActRequest;
  readonly command: Command;
}

type CaseDone = Done<CaseState, CaseEvent>;

/** Acts on cases, from a person's request to what it came to. */
export class CaseActs {
  private readonly oneFine: OneFinePerAct;
  private readonly numbers: NumberDecisions;
  private readonly refusals: Refusals;

  constructor(private readonly deps: DecisionDeps) {
    this.oneFine = new OneFinePerAct(deps);
    this.numbers = new NumberDecisions(deps);
    this.refusals = new Refusals(deps);
  }

  /**
   * Files a case. Its id derives from the command, so the same request again is the same case.
   * @throws Problem 422 for an offence that no version of the catalogue has
   */
  async file(told: FileCase & Told, request: ActRequest): Promise<ActDone> {
    if (!this.deps.rulebook.catalogue.codes().includes(told.offence))
      throw decisionProblem('offence.unknown', { errors: [{ pointer: '#/offence', code: 'field.choice' }] });
    const command = this.commandOf('cases', told, request);
    const caseId = uuid5('case', command.id);
    return this.execute({ act: fileCase, caseId, told, request, command }, { opening: true });
  }

  /** @throws Problem 409 with every requirement that is missing, after the refusal is on record */
  perform<Data>(act: Act<Data>, caseId: string, told: Data & Told, request: ActRequest): Promise<ActDone> {
    const command = this.commandOf(`case/${caseId}`, told, request);
    return this.execute({ act, caseId, told, request, command }, { ifMatch: request.ifMatch });
  }

  private async execute<Data>(asked: Asked<Data>, guard: Guard): Promise<ActDone> {
    const { caseId, request, command } = asked;
    const outcome = await this.deps.handler.execute(
      cases,
      caseId,
      command,
      (state) => this.decide(asked, state),
      guard,
    );
    if (outcome.done) return this.answer(caseId, await this.numbered(caseId, outcome));
    const { operation } = request;
    const { grounds, revision } = outcome;
    await this.refusals.keep({ operation, target: `${cases.category}-${caseId}`, revision, grounds }, request);
    throw refused(grounds);
  }

  /** A fine is decided only when its act is reserved for it: the reservation comes first and outlives a crash. */
  private async decide<Data>(asked: Asked<Data>, state: CaseState): Promise<Decision<CaseEvent>> {
    const { act, told, caseId, command } = asked;
    const decision = decide(act, told, state, await this.contextOf(asked, state));
    const decided = 'events' in decision ? decision.events.find(({ type }) => type === 'PenaltyDecided') : undefined;
    if (decided?.type !== 'PenaltyDecided' || fineOf(decided.data) === undefined || !state.filing) return decision;
    const [first, ...others] = await this.oneFine.reserve(state.filing.party, actOf(caseId, state.filing), command);
    return first ? { refused: [first, ...others] } : decision;
  }

  private async contextOf<Data>(asked: Asked<Data>, state: CaseState): Promise<ActContext> {
    const { rulebook, calendar, staff } = this.deps;
    const { caseId, told, command } = asked;
    const { actor, occurredAt, recordedAt } = command;
    return {
      today: civilDateOf(occurredAt),
      rulebook,
      calendar,
      staff,
      competingFines: await this.competingFines(asked, state),
      caseId,
      actor,
      occurredAt,
      recordedAt,
      ...(told.lateReason !== undefined && { lateReason: told.lateReason }),
    };
  }

  /** A filing is warned of them, a penalty is barred by them; nothing else asks. */
  private async competingFines<Data>(
    { act, caseId, told }: Asked<Data>,
    state: CaseState,
  ): Promise<readonly CompetingFine[]> {
    if (act.name === decidePenalty.name && state.filing)
      return this.oneFine.competing(state.filing.party, actOf(caseId, state.filing));
    if (!isFiling(act, told)) return [];
    return this.oneFine.competing(told.party, actOf(caseId, { ...told, offence: { code: told.offence } }));
  }

  /** The number follows the decision at once; where that fails, the policy draws it later. */
  private async numbered(caseId: string, done: CaseDone): Promise<CaseDone> {
    const decision = done.facts.find(isDecision);
    if (!decision) return done;
    try {
      const { state, position } = await this.numbers.number({ ...decision, stream: `${cases.category}-${caseId}` });
      return { ...done, state, position };
    } catch (reason) {
      this.deps.onFault?.(this.numbers.name, reason);
      return done;
    }
  }

  private async answer(caseId: string, { facts, state, position }: CaseDone): Promise<ActDone> {
    const last = facts.at(-1);
    if (!last) throw new Error(`an act on case ${caseId} made no event`);
    const law = await lawForCase(this.deps, this.oneFine, { caseId, state, at: last.meta.recordedAt });
    return {
      caseId,
      revision: last.revision,
      position,
      events: facts.map(({ type, revision }) => ({ type, revision })),
      documentNumber: state.number?.documentNumber ?? null,
      stillRequired: stillRequired(state, law),
    };
  }

  private commandOf(resource: string, { occurredAt }: Told, request: ActRequest): Command {
    const at = occurredAt === undefined ? request.now : parseInstant(occurredAt);
    return commandOf(this.deps, request, request.commandId(resource), at);
  }
}

function isDecision(fact: Fact<CaseEvent>): fact is Fact<PenaltyDecided | NoPenaltyDecided> {
  return fact.type === 'PenaltyDecided' || fact.type === 'NoPenaltyDecided';
}

function isFiling(act: { readonly name: string }, told: object): told is FileCase {
  return act.name === fileCase.name && 'party' in told;
}
