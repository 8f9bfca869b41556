import { Readable } from 'node:stream';
import type { Command } from '@fajiao/event-store';
import type { Form, Rendering } from '@fajiao/documents';
import type { Fact, FactMeta } from '@fajiao/kernel';
import type { CaseState } from '../domain/case-state';
import type { CaseEvent, IssuedDocument, IssuingEvent } from '../domain/events';
import { cases, evolve } from '../domain/evolve';
import { lawAt, withStaff } from './case-law';
import type { DecisionDeps } from './decision-deps';
import { forms, type FormId } from './forms';
import { formIssuedWith, issuesDocument } from './forms/issued-with';
import type { StaffOnDay } from './staff-on-day';

/** What the events of one act stand on. */
export interface Issuing {
  readonly caseId: string;
  /** Before the act. */
  readonly state: CaseState;
  readonly command: Command;
  /** The register of the day of the act. */
  readonly staff: StaffOnDay;
}

/**
 * Makes the document that an act issues and keeps its files, before the act is on record: a crash in between leaves files that
 * no event names, never an event whose files are missing. What is printed rests on the record and on the time of the act,
 * so a repeated command makes the same bytes.
 */
export class IssueDocuments {
  constructor(
    private readonly deps: Pick<
      DecisionDeps,
      'handler' | 'rulebook' | 'calendar' | 'register' | 'renderer' | 'attachments'
    >,
  ) {}

  /** The same events; those that issue a document carry the digests of its files. */
  async issue(events: readonly CaseEvent[], issuing: Issuing): Promise<readonly CaseEvent[]> {
    const { state } = issuing;
    const made = factsOf(events, issuing);
    const after = made.reduce(evolve, state);
    const ids = events.map((event) => formIssuedWith(event, after));
    if (ids.every((id) => id === undefined)) return events;
    const before = await this.deps.handler.history(cases, issuing.caseId);
    const facts = [...before.slice(0, state.log.length), ...made];
    return Promise.all(
      events.map(async (event, i): Promise<CaseEvent> => {
        const id = ids[i];
        const form = id && (await this.fill(id, { ...issuing, state: after }, facts));
        if (!form || !issuesDocument(event)) return event;
        return withDocument(event, await this.keep(form, { at: issuing.command.occurredAt }));
      }),
    );
  }

  private fill(id: FormId, { caseId, state, command, staff }: Issuing, facts: readonly Fact<CaseEvent>[]) {
    const law = lawAt(this.deps, command.occurredAt);
    return staff.read((its) => forms[id].fill({ caseId, state, facts, law: withStaff(law, its) }));
  }

  private async keep(form: Form, rendering: Rendering): Promise<IssuedDocument> {
    const { renderer, attachments } = this.deps;
    const keep = (bytes: Uint8Array) => attachments.put(Readable.from([bytes]));
    const pdf = await keep(await renderer.pdf(form, rendering));
    const docx = await keep(await renderer.docx(form, rendering));
    return { form: form.form, sha256: pdf.sha256, docxSha256: docx.sha256 };
  }
}

/** As they will stand in the stream. */
function factsOf(events: readonly CaseEvent[], { state, command }: Issuing): Fact<CaseEvent>[] {
  const { id, hash, ...rest } = command;
  const meta: FactMeta = { ...rest, commandId: id, commandHash: hash };
  return events.map((event, i) => ({ ...event, meta, revision: state.log.length + i }));
}

function withDocument(event: IssuingEvent, document: IssuedDocument): CaseEvent {
  switch (event.type) {
    case 'EvidencePreserved':
      return { type: event.type, data: { ...event.data, document } };
    case 'PreservationResolved':
      return { type: event.type, data: { ...event.data, document } };
    case 'SeizureMade':
      return { type: event.type, data: { ...event.data, document } };
    case 'SeizureExtended':
      return { type: event.type, data: { ...event.data, document } };
    case 'SeizureLifted':
      return { type: event.type, data: { ...event.data, document } };
    case 'CorrectionOrdered':
      return { type: event.type, data: { ...event.data, document } };
    case 'PriorNoticeServed':
      return { type: event.type, data: { ...event.data, document } };
    case 'HearingNoticed':
      return { type: event.type, data: { ...event.data, document } };
    case 'DecisionNumbered':
      return { type: event.type, data: { ...event.data, document } };
    case 'DecisionServed':
      return { type: event.type, data: { ...event.data, document } };
    case 'CaseHandedOver':
      return { type: event.type, data: { ...event.data, document } };
    case 'ClericalErrorCorrected':
      return { type: event.type, data: { ...event.data, document } };
    case 'DemandIssued':
      return { type: event.type, data: { ...event.data, document } };
    case 'CourtEnforcementSought':
      return { type: event.type, data: { ...event.data, document } };
    case 'CaseClosed':
      return { type: event.type, data: { ...event.data, document } };
  }
}
