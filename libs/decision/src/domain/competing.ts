import type { Party } from '@fajiao/contracts';
import type { OffenceItem, Rulebook } from '@fajiao/rulebook';
import type { Filing } from './case-state';
import { fineOf } from './discretion';
import type { CaseEvent } from './events';
import type { Compete, ReservedAct } from './party-acts';

/** Two offences compete for one act when they are the same, or when one's item names the other's provision (APL-29). */
export function competingBy({ catalogue }: Pick<Rulebook, 'catalogue'>): Compete {
  return (one, other) => {
    if (one.offence === other.offence) return true;
    const items = [catalogue.find(one.offence, one.from), catalogue.find(other.offence, other.from)] as const;
    return names(items[0], items[1]) || names(items[1], items[0]);
  };
}

function names(item: OffenceItem | undefined, other: OffenceItem | undefined): boolean {
  const competing = item?.competing ?? [];
  return competing.some(({ statute, article }) => statute === other?.statute && article === other.article);
}

/** The act of a case as it is reserved for its fine. */
export function actOf(caseId: string, { offence, actDate, actEndDate, place }: ActOfCase): ReservedAct {
  const act = { caseId, offence: offence.code, from: actDate, to: actEndDate ?? actDate };
  return place ? { ...act, place } : act;
}

/** The act that a decision among the events fines, and whose act it is; null: none is fined. */
export function actFined(
  caseId: string,
  events: readonly CaseEvent[],
  filing: Filing | null,
): { readonly party: Party; readonly act: ReservedAct } | null {
  for (const event of events) {
    if (event.type !== 'PenaltyDecided' && event.type !== 'SpotPenaltyDecided') continue;
    const head = event.type === 'PenaltyDecided' ? filing : event.data;
    if (head && fineOf(event.data) !== undefined) return { party: head.party, act: actOf(caseId, head) };
  }
  return null;
}

type ActOfCase = Pick<Filing, 'actDate'> & {
  readonly offence: { readonly code: string };
  readonly actEndDate?: Filing['actEndDate'] | undefined;
  readonly place?: string | null | undefined;
};

/** What identifies a party, whatever its name is at the time. */
export function identityOf(party: Party): string {
  return party.kind === 'citizen' ? `citizen:${party.citizenId}` : `organisation:${party.unifiedSocialCreditCode}`;
}
