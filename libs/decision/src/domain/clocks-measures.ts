import { civilDateOf } from '@fajiao/kernel';
import { passedAt } from '@fajiao/rulebook';
import { ours, type CaseClock } from './case-clock';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import type { Preservation, Seizure } from './measures-state';
import { preservationTerm } from './requirements/preservation';
import { seizureReportTerm, seizureTerm } from './requirements/seizure';

/** The clocks of preservations and seizures, one for each. */
export function measureClocks({ preservations, seizures }: CaseState, law: LawContext): readonly CaseClock[] {
  return [
    ...preservations.map((preservation) => resolveBy(preservation, law)),
    ...seizures.flatMap((seizure) => [...reportBy(seizure, law), ...endsOn(seizure, law)]),
  ];
}

function resolveBy(preservation: Preservation, law: LawContext): CaseClock {
  const clock = ours('preservationResolveBy', preservationTerm(preservation, law), law, preservation.resolved?.on);
  return { ...clock, subject: preservation.preservation };
}

/** Judged to the minute. */
function reportBy(seizure: Seizure, law: LawContext): CaseClock[] {
  const term = seizureReportTerm(seizure, law);
  if (!term) return [];
  const answer = seizure.approved ?? seizure.notApproved;
  const clock = ours('seizureReportBy', term, law, answer ? civilDateOf(answer.at) : undefined);
  const late = answer !== null && passedAt(term, answer.at) === true;
  return [{ ...clock, subject: seizure.seizure, ...(late && { state: 'missed' as const }) }];
}

function endsOn(seizure: Seizure, law: LawContext): CaseClock[] {
  const term = seizureTerm(seizure, law);
  return term ? [{ ...ours('seizureEnds', term, law, seizure.ended?.on), subject: seizure.seizure }] : [];
}
