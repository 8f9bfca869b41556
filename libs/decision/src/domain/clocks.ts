import { disclosureRule } from '@fajiao/rulebook';
import { ours, theirs, type CaseClock } from './case-clock';
import { procedureOf, type CaseState } from './case-state';
import { clocksAfterService } from './clocks-after-service';
import { measureClocks } from './clocks-measures';
import type { LawContext } from './context';
import { ifAny } from './if-any';
import { clockFrom } from './law';
import { decisionTerm } from './requirements/deciding';
import { discoveredOn, limitation } from './requirements/filing';
import { hearingRequestTerm } from './requirements/hearing';
import { hearingNotice, holdingNotice, rightsWindow } from './requirements/notice';
import { spotClocks } from './spot-clocks';
import { transferClocks } from './transfer-clocks';

export { CLOCK_NAMES, type CaseClock, type ClockName } from './case-clock';

/** Every clock of a case, running or not. */
export function clocksOf(state: CaseState, law: LawContext): readonly CaseClock[] {
  return [
    ...filingClocks(state, law),
    ...measureClocks(state, law),
    ...rightsClocks(state, law),
    ...transferClocks(state, law),
    ...decisionClocks(state, law),
    ...spotClocks(state, law),
    ...clocksAfterService(state, law),
  ];
}

function filingClocks(state: CaseState, law: LawContext): CaseClock[] {
  const { filing, approval, decision, ending } = state;
  if (!filing) return [];
  const discovered = discoveredOn(filing, filing.filedOn);
  const { actDate, actEndDate, harm } = filing;
  const act = { actDate, ...ifAny({ actEndDate, harm }) };
  const term = decisionTerm(state, law);
  const answered = approval?.on ?? (ending?.how === 'filing-refused' ? ending.on : undefined);
  return [
    ours('limitationLastDay', limitation(act, { ...law, today: filing.filedOn }), law, discovered),
    // What is decided on the spot is never filed.
    ...(procedureOf(state) === 'simple' ? [] : [ours('fileBy', clockFrom(law, 'filing', discovered), law, answered)]),
    ...(term ? [ours('decideBy', term, law, decision?.decidedOn ?? ending?.on)] : []),
  ];
}

function rightsClocks(state: CaseState, law: LawContext): CaseClock[] {
  const notice = holdingNotice(state);
  if (!notice) return [];
  const heard = hearingNotice(state);
  const { requested, noticed } = state.hearing;
  return [
    theirs('rightsWindowEnds', rightsWindow(notice, law), law),
    ...(heard ? [theirs('hearingRequestBy', hearingRequestTerm(heard, law), law, requested?.on)] : []),
    ...(noticed ? [theirs('hearingNotBefore', clockFrom(law, 'hearing-notice', noticed.on), law)] : []),
  ];
}

function decisionClocks(state: CaseState, law: LawContext): CaseClock[] {
  const { decision, service } = state;
  if (!decision) return [];
  const procedure = procedureOf(state);
  const disclosed = disclosureRule(law.rulebook.profile, decision.decidedOn).procedures.includes(procedure);
  // A public notice meets the term of service by its publication (readings).
  const servedOn = service?.publishedOn ?? service?.servedOn;
  const from = decision.decidedOn;
  return [
    ...(procedure === 'simple' || (state.fall && !service)
      ? []
      : [ours('serveBy', clockFrom(law, 'service', from), law, servedOn)]),
    ...(decision.outcome === 'penalty' && disclosed
      ? [
          theirs('disclosureDue', clockFrom(law, 'disclosure-promise', from), law),
          theirs('disclosureCeiling', clockFrom(law, 'disclosure-ceiling', from), law),
        ]
      : []),
  ];
}
