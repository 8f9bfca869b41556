import type { CivilDate, DomainEvent } from '@fajiao/kernel';
import type { Issues } from './document';
import type { NamedOfficer } from './filing';

/** 责令改正通知书 (APL-28). `order` counts from 1 within the case. */
export type CorrectionOrdered = DomainEvent<
  'CorrectionOrdered',
  Issues & {
    readonly order: number;
    readonly what: string;
    /** The day by which; without it, at once. */
    readonly by?: CivilDate;
  }
>;

/** 复查记录: whether the order was followed. */
export type CorrectionInspected = DomainEvent<
  'CorrectionInspected',
  {
    readonly order: number;
    readonly officers: readonly NamedOfficer[];
    readonly certificatesShown: true;
    readonly corrected: boolean;
    readonly findings: string;
  }
>;

export type CorrectionEvent = CorrectionOrdered | CorrectionInspected;

export const correctionSchemas = {
  CorrectionOrdered: { version: 1, personal: ['what'] },
  CorrectionInspected: { version: 1, personal: ['findings'] },
} as const;
