import type { CivilDate, DomainEvent } from '@fajiao/kernel';
import type { Issues } from './document';
import type { NamedOfficer } from './filing';

// 查封、扣押 (ACL-18 to 28). `seizure` counts from 1 within the case.

/** 查封（扣押）审批表: the head approves before it is carried out (ACL-18). */
export type SeizureApproved = DomainEvent<
  'SeizureApproved',
  {
    readonly seizure: number;
    /** The law that allows it (profile, `seizure-basis`). */
    readonly basis: string;
    readonly items: readonly string[];
    readonly reasons: string;
  }
>;

/** 查封（扣押）决定书 and 物品清单, handed over on the spot (ACL-18, 24). */
export type SeizureMade = DomainEvent<
  'SeizureMade',
  Issues & {
    readonly seizure: number;
    readonly officers: readonly NamedOfficer[];
    readonly certificatesShown: true;
    readonly basis: string;
    readonly items: readonly string[];
    readonly place: string;
    /** Why it could not wait for its approval (ACL-19); without it the approval came first. */
    readonly urgent?: string;
    readonly partyPresent: boolean;
    /** Invited where the party was absent. */
    readonly witness?: string;
  }
>;

/** The head's answer to an urgent seizure: approved afterwards, or not, and then it is lifted at once (ACL-19). */
export type SeizureConfirmed = DomainEvent<
  'SeizureConfirmed',
  { readonly seizure: number; readonly confirmed: boolean; readonly reasons?: string }
>;

/** 延长查封（扣押）期限决定书, with the reasons that the party is told (ACL-25). */
export type SeizureExtended = DomainEvent<
  'SeizureExtended',
  Issues & { readonly seizure: number; readonly reasons: string }
>;

/** 检测、检验、检疫、鉴定: its time is left out, and the party is told how long it will take (ACL-25). */
export type SeizureTestingBegun = DomainEvent<
  'SeizureTestingBegun',
  { readonly seizure: number; readonly institution: string; readonly what: string; readonly until: CivilDate }
>;

export type SeizureTestingEnded = DomainEvent<
  'SeizureTestingEnded',
  { readonly seizure: number; readonly result: string }
>;

/** 解除查封（扣押）决定书 (ACL-28): what was seized is given back. `ground`: id of the profile's list `seizure-lifting`. */
export type SeizureLifted = DomainEvent<
  'SeizureLifted',
  Issues & { readonly seizure: number; readonly ground: string; readonly reasons?: string }
>;

/** What was seized goes the way that the law provides (ACL-21, 27). `how`: id of the list `seizure-disposal`. */
export type SeizedDisposed = DomainEvent<
  'SeizedDisposed',
  { readonly seizure: number; readonly how: string; readonly note?: string }
>;

export type SeizureEvent =
  | SeizureApproved
  | SeizureMade
  | SeizureConfirmed
  | SeizureExtended
  | SeizureTestingBegun
  | SeizureTestingEnded
  | SeizureLifted
  | SeizedDisposed;

export const seizureSchemas = {
  SeizureApproved: { version: 1, personal: ['items[]', 'reasons'] },
  SeizureMade: { version: 1, personal: ['items[]', 'place', 'urgent', 'witness'] },
  SeizureConfirmed: { version: 1, personal: ['reasons'] },
  SeizureExtended: { version: 1, personal: ['reasons'] },
  SeizureTestingBegun: { version: 1, personal: ['what'] },
  SeizureTestingEnded: { version: 1, personal: ['result'] },
  SeizureLifted: { version: 1, personal: ['reasons'] },
  SeizedDisposed: { version: 1, personal: ['note'] },
} as const;
