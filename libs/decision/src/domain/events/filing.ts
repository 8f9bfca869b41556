import type { DelegatedPower, Party } from '@fajiao/contracts';
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
  /** Of a transfer: the organ that handed the lead over. */
  readonly organ?: string;
  /** Who told of it, where they said so. */
  readonly informant?: string;
  /** What the lead says. */
  readonly summary?: string;
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

/** What a township or an entrusted organisation acts under: in its own name by APL-24, in the bureau's by APL-20. */
export type PowerUsed = Pick<DelegatedPower, 'delegation' | 'unit' | 'name' | 'code' | 'basis'>;

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
    /** Left out where the bureau's own officers file. */
    readonly power?: PowerUsed;
    /** The case of the organisation beside which a person responsible is punished. */
    readonly beside?: string;
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

/** 回避申请书 (APL-43): by the party (申请回避), or by the person themselves (自行回避). */
export type RecusalRequested = DomainEvent<
  'RecusalRequested',
  { readonly person: string; readonly by: 'party' | 'self'; readonly ground: string }
>;

/** 回避决定书 (APL-43): `recused: false` turns the challenge down. `present`: the heads who decided it of one of them. */
export type RecusalDecided = DomainEvent<
  'RecusalDecided',
  {
    readonly officer: string;
    readonly recused: boolean;
    readonly ground: string;
    readonly present?: readonly string[];
  }
>;

export type FilingEvent =
  CaseFiled | FilingApproved | OfficersAssigned | FilingRefused | OfficersReplaced | RecusalRequested | RecusalDecided;
