import type { Command, Done, Guard, Position } from '@fajiao/event-store';
import { civilDateOf, parseInstant, uuid5, type Decision, type Fact } from '@fajiao/kernel';
import { refused, type ActRequest } from '@fajiao/platform';
import { decide, type Act } from '../domain/act';
import { archiveCase, closeCase, decideOnTheSpot, fileCase, type DecideOnTheSpot, type FileCase } from '../domain/acts';
import type { CaseState } from '../domain/case-state';
import { isUnderCertificate } from '../domain/certified-acts';
import { actFined } from '../domain/competing';
import type { ActContext } from '../domain/context';
import type { CaseEvent, ManifestEvent, NoPenaltyDecided, PenaltyDecided, SpotPenaltyDecided } from '../domain/events';
import { cases } from '../domain/evolve';
import { stillRequired, type StillRequired } from '../domain/next-acts';
import { warningsOf, type Warning } from '../domain/warnings';
import { notStored } from './attachments';
import { lawForCase, withStaff } from './case-law';
import { sinceKnown } from './case-warnings';
import { commandOf, type ActingOnDay } from './commands';
import { decisionProblem } from './decision.messages';
import type { DecisionDeps } from './decision-deps';
import { IssueDocuments } from './issue-documents';
import { NumberDecisions } from './number-decisions.policy';
import { OneFinePerAct } from './one-fine-per-act';
import { OtherCases } from './other-cases';
import { Refusals } from './refusals';
import { StaffOnDay } from './staff-on-day';

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
  /** What the act should make people think of; it bars nothing. */
  readonly warnings: readonly Warning[];
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
  /** The register of the day of the act. */
  readonly staff: StaffOnDay;
}

type CaseDone = Done<CaseState, CaseEvent>;

/** Acts that settle a file: whoever does them hears what has come to be known of it. */
const SETTLES: readonly string[] = [closeCase.name, archiveCase.name];

/** Acts on cases, from a person's request to what it came to. */
export class CaseActs {
  private readonly oneFine: OneFinePerAct;
  private readonly otherCases: OtherCases;
  private readonly documents: IssueDocuments;
  private readonly numbers: NumberDecisions;
  private readonly refusals: Refusals;

  constructor(private readonly deps: DecisionDeps) {
    this.oneFine = new OneFinePerAct(deps);
    this.otherCases = new OtherCases(deps, this.oneFine);
    this.documents = new IssueDocuments(deps);
    this.numbers = new NumberDecisions(deps);
    this.refusals = new Refusals(deps);
  }

  /**
   * Files a case. Its id derives from the command, so the same request again is the same case.
   * @throws Problem 422 for an offence that no version of the catalogue has
   */
  async file(told: FileCase & Told, request: ActRequest): Promise<ActDone> {
    return this.open(fileCase, 'cases', told, request);
  }

  /**
   * Decides on the spot; the case begins with its decision. Its id derives from the command.
   * @throws Problem 422 for an offence that no version of the catalogue has
   */
  async decideOnTheSpot(told: DecideOnTheSpot & Told, request: ActRequest): Promise<ActDone> {
    return this.open(decideOnTheSpot, 'spot-decisions', told, request);
  }

  private async open<Data extends FileCase | DecideOnTheSpot>(
    act: Act<Data>,
    resource: string,
    told: Data & Told,
    request: ActRequest,
  ): Promise<ActDone> {
    if (!this.deps.rulebook.catalogue.codes().includes(told.offence))
      throw decisionProblem('offence.unknown', { errors: [{ pointer: '#/offence', code: 'field.choice' }] });
    const { command, staff } = await this.commandOf(act, resource, told, request);
    const caseId = uuid5('case', command.id);
    return this.execute({ act, caseId, told, request, command, staff }, { opening: true, likelyNew: true });
  }

  /** @throws Problem 409 with every requirement that is missing, after the refusal is on record */
  async perform<Data>(act: Act<Data>, caseId: string, told: Data & Told, request: ActRequest): Promise<ActDone> {
    const { command, staff } = await this.commandOf(act, `case/${caseId}`, told, request);
    return this.execute({ act, caseId, told, request, command, staff }, { ifMatch: request.ifMatch });
  }

  private async execute<Data>(asked: Asked<Data>, guard: Guard): Promise<ActDone> {
    const { caseId, request, command } = asked;
    const outcome = await this.deps.handler.execute(
      cases,
      caseId,
      command,
      (state) => this.decideWithDocuments(asked, state),
      guard,
    );
    if (outcome.done) return this.answer(asked, await this.numbered(caseId, outcome));
    const { operation } = request;
    const { grounds, revision } = outcome;
    await this.refusals.keep({ operation, target: `${cases.category}-${caseId}`, revision, grounds }, request);
    throw refused(grounds);
  }

  /** What the act issues is made and kept before the act is on record. */
  private async decideWithDocuments<Data>(asked: Asked<Data>, state: CaseState): Promise<Decision<CaseEvent>> {
    const decision = await this.decide(asked, state);
    if ('refused' in decision) return decision;
    return { events: await this.documents.issue(decision.events, { ...asked, state }) };
  }

  /** A fine is decided only when its act is reserved for it: the reservation comes first and outlives a crash. */
  private async decide<Data>(asked: Asked<Data>, state: CaseState): Promise<Decision<CaseEvent>> {
    const { act, told, caseId, command } = asked;
    const context = await this.contextOf(asked, state);
    const decision = await asked.staff.read((staff) => decide(act, told, state, { ...context, staff }));
    const fined = 'events' in decision ? actFined(caseId, decision.events, state.filing) : null;
    if (!fined) return decision;
    const [first, ...others] = await this.oneFine.reserve(fined.party, fined.act, command);
    return first ? { refused: [first, ...others] } : decision;
  }

  private async contextOf<Data>(asked: Asked<Data>, state: CaseState): Promise<Omit<ActContext, 'staff'>> {
    const { rulebook, calendar } = this.deps;
    const { caseId, told, command } = asked;
    const { actor, occurredAt, recordedAt } = command;
    return {
      today: civilDateOf(occurredAt),
      at: occurredAt,
      rulebook,
      calendar,
      caseId,
      actor,
      occurredAt,
      recordedAt,
      ...(await this.otherCases.concerning(asked, state)),
      ...(told.lateReason !== undefined && { lateReason: told.lateReason }),
      ...(asked.act.name === archiveCase.name && { record: await this.recordOf(caseId, state) }),
    };
  }

  /** As far as the state has read: what came since makes the append a conflict. */
  private async recordOf(caseId: string, { log }: CaseState): Promise<readonly ManifestEvent[]> {
    return (await this.deps.handler.record(cases, caseId)).slice(0, log.length);
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

  private async answer<Data>(asked: Asked<Data>, { facts, state, position }: CaseDone): Promise<ActDone> {
    const { caseId } = asked;
    const last = facts.at(-1);
    if (!last) throw new Error(`an act on case ${caseId} made no event`);
    const law = await lawForCase(this.deps, this.oneFine, { caseId, state, at: last.meta.recordedAt });
    const staff = asked.staff.day === law.today ? asked.staff : new StaffOnDay(this.deps.register, law.today);
    return {
      caseId,
      revision: last.revision,
      position,
      events: facts.map(({ type, revision }) => ({ type, revision })),
      documentNumber: state.number?.documentNumber ?? null,
      warnings: [
        ...warningsOf(facts, state, law),
        ...(await notStored(facts, this.deps.attachments)),
        ...(SETTLES.includes(asked.act.name) ? await sinceKnown(this.deps, caseId) : []),
      ],
      stillRequired: await staff.read((its) => stillRequired(state, withStaff(law, its))),
    };
  }

  private commandOf<Data>(act: Act<Data>, resource: string, told: Told, request: ActRequest): Promise<ActingOnDay> {
    const { occurredAt } = told;
    const at = occurredAt === undefined ? request.now : parseInstant(occurredAt);
    const known = { certified: isUnderCertificate(act), named: officersOf(told) };
    return commandOf(this.deps, request, request.commandId(resource), at, known);
  }
}

function isDecision(fact: Fact<CaseEvent>): fact is Fact<PenaltyDecided | NoPenaltyDecided | SpotPenaltyDecided> {
  return ['PenaltyDecided', 'NoPenaltyDecided', 'SpotPenaltyDecided'].includes(fact.type);
}

/** Staff ids, where the act names its officers. */
function officersOf(told: object): readonly string[] {
  if (!('officers' in told) || !Array.isArray(told.officers)) return [];
  return told.officers.filter((id) => typeof id === 'string');
}
