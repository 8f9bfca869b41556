import type { DecisionForPublic, Party, Penalty } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { publicCreditCodeOf, publicNameOf, publicPenalties, publicText } from './masking';

/** A penalty decision as the public reads it (行政处罚决定公示). Holds nothing that APL-50 protects. */
export interface PublicEntry {
  readonly caseId: string;
  readonly documentNumber: string;
  readonly publicName: string;
  readonly partyKind: Party['kind'];
  /** Organisations and individual businesses of adults; a citizen's number is never shown. */
  readonly unifiedSocialCreditCode: string | null;
  readonly violation: { readonly code: string; readonly title: string };
  /** 《…》第…条. */
  readonly basis: string;
  /** Empty where the party is a minor. */
  readonly facts: string;
  readonly penalties: readonly Penalty[];
  readonly decidedOn: CivilDate;
  readonly servedOn: CivilDate;
  readonly authority: { readonly name: string; readonly code: string };
}

export type PublicPenalties = readonly Penalty[];

/**
 * Penalties that hold instead of those in public. Lists that officers wrote are shown as far as they were shown before: what was
 * masked then stays unsaid.
 */
export function penaltiesInstead({ penalties: before }: PublicEntry, penalties: readonly Penalty[]): PublicPenalties {
  const shown = before.flatMap((penalty) => (penalty.kind === 'confiscation-of-goods' ? penalty.items : []));
  return penalties.map((penalty) =>
    penalty.kind === 'confiscation-of-goods'
      ? { ...penalty, items: penalty.items.filter((item) => shown.includes(item)) }
      : penalty,
  );
}

export function publicEntryOf(decision: DecisionForPublic['data']): PublicEntry {
  const { party, minor, offence } = decision;
  return {
    caseId: decision.caseId,
    documentNumber: decision.documentNumber,
    publicName: publicNameOf(party, minor),
    partyKind: party.kind,
    unifiedSocialCreditCode: publicCreditCodeOf(party, minor),
    violation: { code: offence.code, title: offence.title },
    basis: `《${offence.statute}》${offence.article}`,
    facts: publicText(decision.facts, party, minor),
    penalties: publicPenalties(decision.penalties, party, minor),
    decidedOn: decision.decidedOn,
    servedOn: decision.servedOn,
    authority: decision.authority,
  };
}
