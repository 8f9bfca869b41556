import type { Ground } from '@fajiao/kernel';
import { citationOf } from '@fajiao/rulebook';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import type { CaseEvent } from './events';
import { offenceOf } from './law';

/** What an act that was accepted should make people think of. It bars nothing. */
export interface Warning {
  readonly code:
    | 'fine.twice-for-one-act'
    | 'responsible-persons.due'
    | 'attachment.not-stored'
    | 'officers.certificate-since-invalid';
  readonly source: string;
  readonly detail?: Ground['detail'];
}

/** Of the events that an act made. */
export function warningsOf(
  events: readonly CaseEvent[],
  state: CaseState,
  law: Pick<LawContext, 'rulebook' | 'today'>,
): readonly Warning[] {
  return events.flatMap((event): Warning[] => {
    if (event.type === 'CaseFiled') return finedBefore(event.data.overlaps);
    if (event.type === 'InvestigationConcluded' || event.type === 'PenaltyDecided')
      return personsResponsible(state, law);
    return [];
  });
}

/** Another case has a fine for the same act: this one may end without a fine only (APL-29). */
function finedBefore(overlaps: readonly string[] = []): Warning[] {
  if (overlaps.length === 0) return [];
  return [{ code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: overlaps.join(', ') } }];
}

/** The article commands that persons, always citizens, be punished beside the organisation, each in a case of their own. */
function personsResponsible({ filing }: CaseState, { rulebook }: Pick<LawContext, 'rulebook'>): Warning[] {
  if (!filing || filing.party.kind === 'citizen') return [];
  const item = offenceOf(filing, { rulebook });
  const persons = item?.responsiblePersons;
  if (!item || !persons?.mandatory) return [];
  return [{ code: 'responsible-persons.due', source: citationOf(item).article, detail: { who: persons.who } }];
}
