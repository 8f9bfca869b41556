import { officerSchemas, type OfficerEvent, type ServingUnit, type StaffEntry } from '@fajiao/contracts';
import type { Aggregate } from '@fajiao/event-store';
import { addDays, type CivilDate, type Fact, type Instant } from '@fajiao/kernel';
import type { Dated } from './dated';

/** A time of serving; `lastDay` null: it has not ended. */
export interface Service {
  readonly from: CivilDate | null;
  readonly lastDay: CivilDate | null;
  readonly revision: number;
}

export interface Post {
  readonly roles: readonly string[];
  readonly unit: ServingUnit;
}

/** A certificate's term. Both days count. */
export interface Term {
  readonly no: string;
  /** null: as long as anybody can tell. */
  readonly from: CivilDate | null;
  readonly until: CivilDate;
  readonly revision: number;
}

export interface Suspension {
  readonly no: string;
  readonly from: CivilDate;
  /** The last day of it; null: until it is restored. */
  readonly until: CivilDate | null;
  readonly reason: string;
}

export interface Withdrawal {
  readonly no: string;
  readonly on: CivilDate;
  readonly reason: string;
}

export interface Qualification {
  readonly legalQualification: boolean;
  readonly firstTimeReviewer: boolean;
}

/** One line of the log: what was recorded, when and by whom. */
export interface LogEntry {
  readonly revision: number;
  readonly type: OfficerEvent['type'];
  readonly recordedAt: Instant;
  readonly by: string;
}

/** Everything that was ever recorded of one person, each with the days for which it holds. */
export interface OfficerState {
  readonly name: string;
  readonly services: readonly Service[];
  readonly posts: readonly Dated<Post>[];
  readonly terms: readonly Term[];
  readonly suspensions: readonly Suspension[];
  readonly withdrawals: readonly Withdrawal[];
  readonly qualifications: readonly Dated<Qualification>[];
  /** The last entry of the staff file; null: none. */
  readonly imported: StaffEntry | null;
  readonly log: readonly LogEntry[];
}

/** Stream `officer-<staff id>`. */
export const officers: Aggregate<OfficerState, OfficerEvent> = {
  category: 'officer',
  initial: {
    name: '',
    services: [],
    posts: [],
    terms: [],
    suspensions: [],
    withdrawals: [],
    qualifications: [],
    imported: null,
    log: [],
  },
  evolve,
  schemas: officerSchemas,
};

function evolve(state: OfficerState, fact: Fact<OfficerEvent>): OfficerState {
  const { recordedAt, actor } = fact.meta;
  const entry = { revision: fact.revision, type: fact.type, recordedAt, by: actor.id };
  return { ...state, ...changed(state, fact), log: [...state.log, entry] };
}

function changed(state: OfficerState, fact: Fact<OfficerEvent>): Partial<OfficerState> {
  const { revision } = fact;
  switch (fact.type) {
    case 'OfficerRegistered': {
      const { name, roles, unit, from = null } = fact.data;
      return {
        name,
        services: [...state.services, { from, lastDay: null, revision }],
        posts: [...state.posts, { from, value: { roles, unit }, revision }],
      };
    }
    case 'PostAssigned': {
      const { roles, unit, from = null } = fact.data;
      return { posts: [...state.posts, { from, value: { roles, unit }, revision }] };
    }
    case 'OfficerRenamed':
      return { name: fact.data.name };
    case 'CertificateIssued': {
      const { no, validFrom: from = null, validUntil: until } = fact.data;
      const others = state.terms.filter((term) => term.no !== no || term.from !== from);
      return { terms: [...others, { no, from, until, revision }] };
    }
    case 'CertificateSuspended': {
      const { until = null, ...suspended } = fact.data;
      return { suspensions: [...state.suspensions, { ...suspended, until }] };
    }
    case 'CertificateRestored': {
      const { no, on } = fact.data;
      return { suspensions: state.suspensions.map((one) => (one.no === no ? endedBefore(one, on) : one)) };
    }
    case 'CertificateWithdrawn':
      return { withdrawals: [...state.withdrawals, fact.data] };
    case 'QualificationRecorded': {
      const { from = null, ...value } = fact.data;
      return { qualifications: [...state.qualifications, { from, value, revision }] };
    }
    case 'OfficerLeft':
      return { services: state.services.map((one) => (one.lastDay ? one : { ...one, lastDay: fact.data.lastDay })) };
    case 'StaffEntryImported':
      return { imported: fact.data.entry };
  }
}

/** A suspension that lasts to that day or beyond it ends on the day before. */
function endedBefore(suspension: Suspension, day: CivilDate): Suspension {
  const isOver = suspension.until !== null && suspension.until < day;
  return isOver || suspension.from > day ? suspension : { ...suspension, until: addDays(day, -1) };
}
