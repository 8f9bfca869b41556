import type { OfficerEvent, ServingUnit } from '@fajiao/contracts';
import type { CivilDate, Decision } from '@fajiao/kernel';
import type { Code } from './codes';
import { decided, type RegistryGround, unless } from './grounds';
import type { OfficerState } from './officer';
import { isServing, standingOf } from './officer-on-day';

/** One entry in the register: who makes it, about whom, and the day on which it is made. */
export interface Entry {
  readonly person: string;
  readonly by: string;
  readonly today: CivilDate;
}

/** What the head or lead says; the entry is refused with every ground that stands against it. */
export type OfficerAct<Data> = (data: Data, state: OfficerState, entry: Entry) => Decision<OfficerEvent, Code>;

export interface RegisterOfficer {
  readonly name: string;
  readonly roles: readonly string[];
  readonly unit: ServingUnit;
  /** Today unless told. */
  readonly from?: CivilDate;
  /** Valid from the first day of service unless told. */
  readonly certificate?: { readonly no: string; readonly validFrom?: CivilDate; readonly validUntil: CivilDate };
}

/** 行政执法人员登记; with the certificate where there is one. Who left may come back. */
export const register: OfficerAct<RegisterOfficer> = (data, state, entry) => {
  const { name, roles, unit, from = entry.today, certificate } = data;
  const { person } = entry;
  const serves = state.services.some(({ lastDay }) => lastDay === null || lastDay >= from);
  const registered: OfficerEvent = { type: 'OfficerRegistered', data: { name, roles, unit, from } };
  const issued: readonly OfficerEvent[] = certificate
    ? [{ type: 'CertificateIssued', data: { validFrom: from, ...certificate } }]
    : [];
  return decided(
    [
      ...notOneself(entry),
      ...unless(!serves, 'officer.already-serving', 'profile', { person, on: from }),
      ...(certificate ? termInOrder(certificate) : []),
    ],
    [registered, ...issued],
  );
};

export interface AssignPost {
  readonly roles: readonly string[];
  readonly unit: ServingUnit;
  /** Today unless told. */
  readonly from?: CivilDate;
}

export const assignPost: OfficerAct<AssignPost> = ({ roles, unit, from }, state, entry) => {
  const begins = from ?? entry.today;
  return decided(
    [...notOneself(entry), ...serving(state, entry, begins)],
    [{ type: 'PostAssigned', data: { roles, unit, from: begins } }],
  );
};

export interface IssueCertificate {
  readonly no: string;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate;
}

/** What was withdrawn is issued again with a later first day. */
export const issueCertificate: OfficerAct<IssueCertificate> = (issued, state, entry) => {
  const { no, validFrom } = issued;
  const withdrawn = state.withdrawals.find((one) => one.no === no && one.on >= validFrom);
  return decided(
    [
      ...notOneself(entry),
      ...serving(state, entry, validFrom > entry.today ? validFrom : entry.today),
      ...termInOrder(issued),
      ...unless(withdrawn === undefined, 'certificate.withdrawn', 'APL-42', { no, on: withdrawn?.on ?? null }),
    ],
    [{ type: 'CertificateIssued', data: issued }],
  );
};

export interface SuspendCertificate {
  readonly no: string;
  readonly from: CivilDate;
  /** The last day; until it is restored unless told. */
  readonly until?: CivilDate;
  readonly reason: string;
}

export const suspendCertificate: OfficerAct<SuspendCertificate> = (suspended, state, entry) => {
  const { no, from, until } = suspended;
  return decided(
    [
      ...notOneself(entry),
      ...known(no, state),
      ...unless(until === undefined || from <= until, 'suspension.dates-out-of-order', 'profile', {
        from,
        until: until ?? null,
      }),
    ],
    [{ type: 'CertificateSuspended', data: suspended }],
  );
};

export interface RestoreCertificate {
  readonly no: string;
  /** Valid again on that day. */
  readonly on: CivilDate;
  readonly reason: string;
}

export const restoreCertificate: OfficerAct<RestoreCertificate> = (restored, state, entry) => {
  const { no, on } = restored;
  const isSuspended = state.terms.some((term) => term.no === no && standingOf(term, state, on) === 'suspended');
  return decided(
    [
      ...notOneself(entry),
      ...known(no, state),
      ...unless(isSuspended, 'certificate.not-suspended', 'profile', { no, on }),
    ],
    [{ type: 'CertificateRestored', data: restored }],
  );
};

export interface WithdrawCertificate {
  readonly no: string;
  /** No longer valid on that day. */
  readonly on: CivilDate;
  readonly reason: string;
}

export const withdrawCertificate: OfficerAct<WithdrawCertificate> = (withdrawn, state, entry) => {
  const { no } = withdrawn;
  const before = state.withdrawals.find((one) => one.no === no && one.on <= withdrawn.on);
  const anew = before && state.terms.some((term) => term.no === no && (term.from ?? '') > before.on);
  return decided(
    [
      ...notOneself(entry),
      ...known(no, state),
      ...unless(!before || anew === true, 'certificate.withdrawn', 'profile', { no, on: before?.on ?? null }),
    ],
    [{ type: 'CertificateWithdrawn', data: withdrawn }],
  );
};

export interface RecordQualification {
  readonly legalQualification: boolean;
  readonly firstTimeReviewer: boolean;
  /** Today unless told. */
  readonly from?: CivilDate;
}

export const recordQualification: OfficerAct<RecordQualification> = ({ from, ...qualification }, state, entry) =>
  decided(
    [...notOneself(entry), ...serving(state, entry, from ?? entry.today)],
    [{ type: 'QualificationRecorded', data: { ...qualification, from: from ?? entry.today } }],
  );

export interface RecordDeparture {
  readonly lastDay: CivilDate;
  readonly reason: string;
}

export const recordDeparture: OfficerAct<RecordDeparture> = (left, state, entry) =>
  decided(
    [...notOneself(entry), ...serving(state, entry, left.lastDay), ...staying(state, entry)],
    [{ type: 'OfficerLeft', data: left }],
  );

/** Nobody writes their own record. */
export function notOneself({ person, by }: Entry): readonly RegistryGround[] {
  return unless(person !== by, 'duties.same-person', 'internal control', { person });
}

function serving(state: OfficerState, { person }: Entry, on: CivilDate): readonly RegistryGround[] {
  return unless(isServing(state, on), 'officer.not-serving', 'profile', { person, on });
}

function staying({ services }: OfficerState, { person }: Entry): readonly RegistryGround[] {
  const ended = services.at(-1)?.lastDay ?? null;
  return unless(ended === null, 'officer.not-serving', 'profile', { person, on: ended });
}

function known(no: string, { terms }: OfficerState): readonly RegistryGround[] {
  return unless(
    terms.some((term) => term.no === no),
    'certificate.unknown',
    'profile',
    { no },
  );
}

function termInOrder({
  validFrom,
  validUntil,
}: NonNullable<RegisterOfficer['certificate']>): readonly RegistryGround[] {
  const inOrder = validFrom === undefined || validFrom <= validUntil;
  return unless(inOrder, 'certificate.dates-out-of-order', 'profile', { validFrom: validFrom ?? null, validUntil });
}
