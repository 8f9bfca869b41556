import type { Party } from '@fajiao/contracts';
import type { CivilDate, DomainEvent } from '@fajiao/kernel';

/** An officer as a form names them: by staff id and the certificate shown (执法证号). */
export interface NamedOfficer {
  readonly id: string;
  readonly certificateNo: string;
}

/** Where the lead came from (案件来源). `receivedOn` is the day the lead reached the authority, where it is another. */
export interface LeadSource {
  readonly kind: 'inspection' | 'complaint' | 'transfer-in' | 'self-found';
  readonly ref?: string;
  readonly receivedOn?: CivilDate;
}

/** The offence as the catalogue version of the day of the act names it (案由). */
export interface NamedOffence {
  readonly code: string;
  readonly title: string;
  readonly statute: string;
  readonly article: string;
}

/** Harm for which the limitation is five years (APL-36). */
export type Harm = 'life-health' | 'financial-safety';

/** 立案审批表, the officers' part: the case is put forward. */
export type CaseFiled = DomainEvent<
  'CaseFiled',
  {
    readonly party: Party;
    readonly offence: NamedOffence;
    readonly actDate: CivilDate;
    /** The last day of a continuing act. */
    readonly actEndDate?: CivilDate;
    readonly place?: string;
    readonly officers: readonly NamedOfficer[];
    readonly source: LeadSource;
    readonly facts: string;
    readonly harm?: Harm;
    /** Open cases with a fine for an overlapping act of the same party: a warning, not yet a bar (APL-29). */
    readonly overlaps?: readonly string[];
  }
>;

/**
 * 立案审批表: approved by the unit's lead. The term for deciding runs from here (APL-60). `markedMajor`: the lead treats
 * the case as complex or serious, whatever its penalties (readings: major).
 */
export type FilingApproved = DomainEvent<'FilingApproved', { readonly markedMajor: boolean }>;

/** 立案审批表: who investigates from now on. */
export type OfficersAssigned = DomainEvent<'OfficersAssigned', { readonly officers: readonly NamedOfficer[] }>;

/** 不予立案审批表. */
export type FilingRefused = DomainEvent<'FilingRefused', { readonly reason: string }>;

/** 更换办案人员审批表. */
export type OfficersReplaced = DomainEvent<'OfficersReplaced', { readonly officers: readonly NamedOfficer[] }>;

/** 回避决定书 (APL-43): `recused: false` turns the challenge down. */
export type RecusalDecided = DomainEvent<
  'RecusalDecided',
  { readonly officer: string; readonly recused: boolean; readonly ground: string }
>;

export type FilingEvent =
  CaseFiled | FilingApproved | OfficersAssigned | FilingRefused | OfficersReplaced | RecusalDecided;
