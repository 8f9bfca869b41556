import { Readable } from 'node:stream';
import { StreamNotFound } from '@fajiao/event-store';
import type { Rendering } from '@fajiao/documents';
import type { Instant } from '@fajiao/kernel';
import type { CaseState, IssuedOnCase } from '../domain/case-state';
import { cases, evolve } from '../domain/evolve';
import { openKept } from './attachments';
import { lawAt, withStaff } from './case-law';
import type { DecisionDeps } from './decision-deps';
import { decisionProblem } from './decision.messages';
import { FORM_IDS, forms, type FormId } from './forms';
import type { CaseFile } from './forms/case-file';
import { StaffOnDay } from './staff-on-day';

export const DOCUMENT_FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A form that the record of a case can fill. */
export interface CaseDocument {
  readonly form: FormId;
  readonly title: string;
  /** `issued`: it went out, and its files are kept; `record`: filled from the record; `draft`: its act is still to come. */
  readonly standing: 'issued' | 'record' | 'draft';
  /** Every time that it was issued, oldest first. */
  readonly issued: readonly Omit<IssuedOnCase, 'form'>[];
}

export interface CaseDocumentList {
  readonly caseId: string;
  readonly revision: number;
  readonly documents: readonly CaseDocument[];
}

export interface DocumentFile {
  /** e.g. `penalty-decision.pdf` */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly bytes: number;
  readonly stream: Readable;
}

/** Which file is asked for. `revision`: of the event that issued it; the latest unless told. */
export interface Wanted {
  /** An id of the official set. */
  readonly form: string;
  readonly format: DocumentFormat;
  readonly revision?: number;
}

/** The documents of a case: what was issued, as it was issued; the rest filled from the record when asked for. */
export class CaseDocuments {
  constructor(
    private readonly deps: Pick<
      DecisionDeps,
      'handler' | 'rulebook' | 'calendar' | 'register' | 'renderer' | 'attachments'
    >,
  ) {}

  /** @throws StreamNotFound */
  async list(caseId: string, at: Instant): Promise<CaseDocumentList> {
    const file = await this.fileOf(caseId);
    const documents = await this.read(file, at, (whole) =>
      FORM_IDS.flatMap((form): CaseDocument[] => {
        const issued = issuedAs(form, whole.state).map(({ form: _form, ...one }) => one);
        const filled = forms[form].fill(whole);
        if (!filled && issued.length === 0) return [];
        const title = filled?.title ?? form;
        return [{ form, title, standing: issued.length > 0 ? 'issued' : standingOf(form, whole), issued }];
      }),
    );
    return { caseId, revision: file.facts.length - 1, documents };
  }

  /**
   * What was issued is given as it is kept, its digest verified.
   * @throws StreamNotFound · Problem 404: the record cannot fill the form, or did not issue it then
   */
  async open(caseId: string, { form, format, revision }: Wanted, at: Instant): Promise<DocumentFile> {
    if (!isFormId(form)) throw decisionProblem('document.unknown');
    const file = await this.fileOf(caseId);
    const issued = issuedAs(form, file.state);
    const kept = revision === undefined ? issued.at(-1) : issued.find((one) => one.revision === revision);
    if (revision !== undefined && !kept) throw decisionProblem('document.not-issued');
    const opened = kept
      ? await openKept(this.deps.attachments, format === 'pdf' ? kept.sha256 : kept.docxSha256)
      : await this.render(file, form, format, at);
    return { name: `${form}.${format}`, format, ...opened };
  }

  private async render(file: Unread, form: FormId, format: DocumentFormat, at: Instant): Promise<Opened> {
    const filled = await this.read(file, at, (whole) => forms[form].fill(whole));
    if (!filled) throw decisionProblem('document.not-fillable');
    const last = file.facts.at(-1);
    const rendering: Rendering = {
      at: last?.meta.occurredAt ?? at,
      draft: standingOf(form, file) === 'draft',
    };
    const bytes = await this.deps.renderer[format](filled, rendering);
    return { bytes: bytes.length, stream: Readable.from([bytes]) };
  }

  private read<Answer>(file: Unread, at: Instant, read: (whole: CaseFile) => Answer): Promise<Answer> {
    const law = lawAt(this.deps, at);
    const staff = new StaffOnDay(this.deps.register, law.today);
    return staff.read((its) => read({ ...file, law: withStaff(law, its) }));
  }

  private async fileOf(caseId: string): Promise<Unread> {
    const facts = await this.deps.handler.history(cases, caseId);
    if (facts.length === 0) throw new StreamNotFound(`${cases.category}-${caseId}`);
    return { caseId, facts, state: facts.reduce(evolve, cases.initial) };
  }
}

const isFormId = (form: string): form is FormId => Object.hasOwn(forms, form);

type Opened = Pick<DocumentFile, 'bytes' | 'stream'>;

/** A file whose rules and register are still to be read. */
type Unread = Omit<CaseFile, 'law'>;

const issuedAs = (form: FormId, { documents }: CaseState): readonly IssuedOnCase[] =>
  documents.filter((one) => one.form === form);

/** A form whose act is on record is no draft, even where its act issued no files. */
function standingOf(form: FormId, { facts }: Pick<CaseFile, 'facts'>): 'record' | 'draft' {
  return facts.some(({ type }) => forms[form].madeBy.some((act) => act === type)) ? 'record' : 'draft';
}
