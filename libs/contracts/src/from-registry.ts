import type { EventSchemas } from '@fajiao/event-store';
import type { CivilDate, DomainEvent } from '@fajiao/kernel';

// What the register of officers says. Each fact holds from a day of its own, which may lie before its recording: where a
// day is left out (`from`, `validFrom`), it has held ever since.

/** Where somebody serves: the authority itself, a township, or an organisation that it entrusts (APL-20, 24). */
export interface ServingUnit {
  readonly id: string;
  readonly kind: 'bureau' | 'township' | 'entrusted';
}

/** Somebody begins to serve (行政执法人员登记). */
export type OfficerRegistered = DomainEvent<
  'OfficerRegistered',
  {
    readonly name: string;
    /** Roles of the policy table that go with the post: `officer`, `unit-lead`, `head` … */
    readonly roles: readonly string[];
    readonly unit: ServingUnit;
    readonly from?: CivilDate;
  }
>;

/** Another post or unit, or both (调岗、派驻). */
export type PostAssigned = DomainEvent<
  'PostAssigned',
  { readonly roles: readonly string[]; readonly unit: ServingUnit; readonly from?: CivilDate }
>;

/** Goes by another name (更名). */
export type OfficerRenamed = DomainEvent<'OfficerRenamed', { readonly name: string }>;

/** 行政执法证: issued or renewed. The same number and `validFrom` again corrects the term. The last day still counts. */
export type CertificateIssued = DomainEvent<
  'CertificateIssued',
  { readonly no: string; readonly validFrom?: CivilDate; readonly validUntil: CivilDate }
>;

/** 暂扣执法证: from the first day to the last, or until it is restored. */
export type CertificateSuspended = DomainEvent<
  'CertificateSuspended',
  { readonly no: string; readonly from: CivilDate; readonly until?: CivilDate; readonly reason: string }
>;

/** A suspension ends: valid again on that day. */
export type CertificateRestored = DomainEvent<
  'CertificateRestored',
  { readonly no: string; readonly on: CivilDate; readonly reason: string }
>;

/** 收回、注销执法证: no longer valid on that day. */
export type CertificateWithdrawn = DomainEvent<
  'CertificateWithdrawn',
  { readonly no: string; readonly on: CivilDate; readonly reason: string }
>;

/** National legal qualification (国家统一法律职业资格), and whether this would be a reviewer's first review (APL-58). */
export type QualificationRecorded = DomainEvent<
  'QualificationRecorded',
  { readonly legalQualification: boolean; readonly firstTimeReviewer: boolean; readonly from?: CivilDate }
>;

/** Somebody serves no longer (离岗); the last day still counts. */
export type OfficerLeft = DomainEvent<'OfficerLeft', { readonly lastDay: CivilDate; readonly reason: string }>;

/** A person as the staff file (STAFF_FILE) tells of them; kept, so that the next file is held against it. */
export interface StaffEntry {
  readonly name: string;
  readonly roles: readonly string[];
  readonly unit: ServingUnit;
  readonly certificate?: { readonly no: string; readonly validUntil: CivilDate };
  readonly legalQualification?: boolean;
  readonly firstTimeReviewer?: boolean;
}

/** The entry of the staff file that the facts beside it were taken from. */
export type StaffEntryImported = DomainEvent<'StaffEntryImported', { readonly entry: StaffEntry }>;

/** Stream `officer-<staff id>`. */
export type OfficerEvent =
  | OfficerRegistered
  | PostAssigned
  | OfficerRenamed
  | CertificateIssued
  | CertificateSuspended
  | CertificateRestored
  | CertificateWithdrawn
  | QualificationRecorded
  | OfficerLeft
  | StaffEntryImported;

/** A head deliberates with the others (APL-57), or no longer does. */
export type PanelMembershipSet = DomainEvent<
  'PanelMembershipSet',
  { readonly person: string; readonly member: boolean; readonly from?: CivilDate }
>;

/** Whom the staff file names as members; kept, so that the next file is held against it. */
export type PanelImported = DomainEvent<'PanelImported', { readonly members: readonly string[] }>;

/** Stream `panel-heads`. */
export type PanelEvent = PanelMembershipSet | PanelImported;

/** What a unit may do beside the bureau, and on what that rests. */
export interface DelegatedPower {
  readonly delegation: string;
  readonly unit: ServingUnit;
  /** Its name in documents. */
  readonly name: string;
  /** Its unified social credit code; always there where it acts in its own name. */
  readonly code?: string;
  /** APL-20: entrusted, acts in the bureau's name. APL-24: given by the province, acts in its own. */
  readonly basis: 'APL-20' | 'APL-24';
  /** Offence codes of the catalogue. */
  readonly offences: readonly string[];
  /** Statutes whose every offence is covered, by title. */
  readonly statutes: readonly string[];
  /** Names of places; the place of an act holds one of them. */
  readonly area: readonly string[];
  readonly from: CivilDate;
  /** The last day still counts. */
  readonly until: CivilDate;
  /** The day on which it was made public; it holds from then on at the earliest. */
  readonly publishedOn: CivilDate;
  /** The instrument: letter of entrustment (委托书), or the province's decision (决定). */
  readonly instrument: string;
}

/** 行政处罚委托书 (APL-20), or the province's decision that gives the power (APL-24). */
export type PowerDelegated = DomainEvent<'PowerDelegated', DelegatedPower>;

/** The power ends before its term: from that day on it is no longer there. */
export type DelegationEnded = DomainEvent<
  'DelegationEnded',
  { readonly delegation: string; readonly on: CivilDate; readonly reason: string }
>;

/** Stream `delegation-<unit id>`: all that one unit was given. */
export type DelegationEvent = PowerDelegated | DelegationEnded;

export type PublishedByRegistry = OfficerEvent | PanelEvent | DelegationEvent;

export const officerSchemas: EventSchemas<OfficerEvent> = {
  OfficerRegistered: { version: 1, personal: ['name'] },
  PostAssigned: { version: 1 },
  OfficerRenamed: { version: 1, personal: ['name'] },
  CertificateIssued: { version: 1 },
  CertificateSuspended: { version: 1, personal: ['reason'] },
  CertificateRestored: { version: 1, personal: ['reason'] },
  CertificateWithdrawn: { version: 1, personal: ['reason'] },
  QualificationRecorded: { version: 1 },
  OfficerLeft: { version: 1, personal: ['reason'] },
  StaffEntryImported: { version: 1, personal: ['entry.name'] },
};

export const panelSchemas: EventSchemas<PanelEvent> = {
  PanelMembershipSet: { version: 1 },
  PanelImported: { version: 1 },
};

export const delegationSchemas: EventSchemas<DelegationEvent> = {
  PowerDelegated: { version: 1 },
  DelegationEnded: { version: 1 },
};

/** A person as the register has them on a day. */
export interface RegisteredOfficer {
  readonly id: string;
  /** As documents name them. */
  readonly name?: string;
  readonly roles: readonly string[];
  readonly unit: ServingUnit;
  /** The certificate of that day; where none is valid, the latest that was. Its last day still counts. */
  readonly certificate?: {
    readonly no: string;
    readonly validUntil: CivilDate;
    readonly standing: 'in-force' | 'suspended' | 'withdrawn';
  };
  readonly legalQualification: boolean;
  readonly firstTimeReviewer: boolean;
}

/**
 * The register as it stands now, asked about a day: what was recorded later about that day counts. Every answer rests on the
 * store as it is when asked, never on what was read before.
 */
export interface Register {
  /** undefined: not on the staff on that day. */
  officer(id: string, on: CivilDate): Promise<RegisteredOfficer | undefined>;
  /** Ids of the heads who deliberate together. */
  panel(on: CivilDate): Promise<readonly string[]>;
  /** Powers of a unit that are in force on that day. */
  powers(unit: string, on: CivilDate): Promise<readonly DelegatedPower[]>;
}
