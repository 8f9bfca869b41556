import type { Penalty } from '@fajiao/contracts';
import { civilDateOf, type CivilDate } from '@fajiao/kernel';
import { collectionGround, fitsSimpleProcedure, remedyRule, thresholdFen } from '@fajiao/rulebook';
import { procedureOf, type CaseState } from '../case-state';
import type { LawContext } from '../context';
import { circumstancesOf, fineOf, isOutsideTier, type Weighed } from '../discretion';
import type { Mitigation } from '../events';
import { laterVersion } from '../governing-law';
import { ageAtAct } from '../law';
import { met, metIf, missing, notRequired, ofAct, ofCase } from '../requirement';
import { isAfloat, takenForFine } from '../spot-state';
import { ageGroupOf } from './deciding';
import type { FiledAct } from './filing';
import { mitigatedFor, nothingBars, onTheList } from './grounds';

/** The simple procedure (当场处罚, APL-51 to 53), and money taken on the spot (APL-68 to 71). */

/** What a decision on the spot says, as far as the law asks. */
export interface SpotDecision extends FiledAct {
  readonly penalties: readonly Penalty[];
  readonly mitigation?: Mitigation;
  /** Facts that the offence's article makes a condition, or that mitigate. */
  readonly conditions?: readonly string[];
  readonly place: string;
  readonly facts: string;
  readonly officers: readonly string[];
}

type Weigh<Data> = (data: Data, state: CaseState, law: LawContext) => Weighed | null;

/** A fine up to the limit of the party (APL-51). */
export const withinLimit = ofAct<SpotDecision>('simple-procedure.above-limit', 'APL-51', (told, _state, law) => {
  const { profile } = law.rulebook;
  const fines = told.penalties.filter(({ kind }) => kind === 'fine');
  const maxFen = thresholdFen(profile, 'simple-procedure.fine', told.party.kind, law.today);
  return metIf(fitsSimpleProcedure(profile, told.party.kind, fines, law.today), { fen: fineOf(told) ?? null, maxFen });
});

export const onlyWarningOrFine = ofAct<SpotDecision>('simple-procedure.other-penalty', 'APL-51', (told, _s, law) => {
  const { profile } = law.rulebook;
  const others = told.penalties
    .filter(({ kind }) => kind !== 'fine')
    .filter((penalty) => !fitsSimpleProcedure(profile, told.party.kind, [penalty], law.today))
    .map(({ kind }) => kind);
  return metIf(others.length === 0, { penalties: others.join(', ') });
});

/** What lies outside its tier needs the heads, who do not deliberate on the spot (APL-34, 57). */
export function insideTier<Data>(weigh: Weigh<Data>) {
  return ofAct<Data>('deliberation.missing', 'APL-57', (told, state, law) => {
    const weighed = weigh(told, state, law);
    return weighed && isOutsideTier(weighed) ? missing({ tier: weighed.tier }) : notRequired;
  });
}

export const spotPartyOldEnough = ofAct<SpotDecision>('party.under-fourteen', 'APL-30', (told, _state, law) =>
  metIf(ageOfParty(told, law) !== 'no-penalty', { age: ageAtAct(told) }),
);

export const spotMinorMitigated = ofAct<SpotDecision>('party.minor-not-mitigated', 'APL-30', (told, _state, law) =>
  ageOfParty(told, law) === 'mitigated' ? metIf(told.mitigation !== undefined, { age: ageAtAct(told) }) : notRequired,
);

/** An act older than the catalogue is refused for that alone; the profile may know no ages for its day. */
function ageOfParty(told: SpotDecision, law: LawContext): ReturnType<typeof ageGroupOf> {
  const governed = law.rulebook.catalogue.find(told.offence, told.actDate) !== undefined;
  return governed ? ageGroupOf(told, law) : 'full';
}

export const spotMitigationKnown = ofAct<SpotDecision>('mitigation.ground-unknown', 'APL-32', (told, _state, law) =>
  onTheList(told.mitigation, law),
);

/** What was found bars a penalty altogether (APL-33). */
export const spotMayBePunished = ofAct<SpotDecision>('penalty.must-not', 'APL-33', (told, _state, law) =>
  nothingBars(told.conditions ?? [], law),
);

export const spotMitigated = ofAct<SpotDecision>('mitigation.missing', 'APL-32', (told, _state, law) =>
  mitigatedFor(told.conditions ?? [], told.mitigation, law),
);

/** Where a milder version of today governs, the case is not so plain that it is decided on the spot (APL-37, 51). */
export function versionPlain<Data extends SpotDecision>(weigh: Weigh<Data>) {
  return ofAct<Data>('catalogue.milder-version', 'APL-37', (told, state, law) => {
    const weighed = weigh(told, state, law);
    const act = weighed && { offence: weighed.item, actDate: told.actDate };
    const later = weighed && act && laterVersion(act, circumstancesOf(weighed), law);
    if (later?.compared !== 'milder' && later?.compared !== 'abolished') return notRequired;
    return missing({ version: later.version, compared: later.compared });
  });
}

export const spotNotFinedBefore = ofAct<SpotDecision>('fine.twice-for-one-act', 'APL-29', (told, _state, law) => {
  if (fineOf(told) === undefined) return notRequired;
  const { competingFines } = law;
  return metIf(competingFines.length === 0, { cases: competingFines.map(({ caseId }) => caseId).join(', ') });
});

/** Act, kind and basis, amount, time and place, remedies with term and organ, authority, officers (APL-52). */
export const spotDocumentComplete = ofAct<SpotDecision>('decision.contents-missing', 'APL-52', (told, _s, law) => {
  const { reconsiderationOrgans, court } = remedyRule(law.rulebook.profile, law.today);
  const lacking = [
    ...(told.facts.trim() === '' ? ['facts'] : []),
    ...(told.place.trim() === '' ? ['place'] : []),
    ...(reconsiderationOrgans.length > 0 && court !== '' ? [] : ['remedies']),
  ];
  return metIf(lacking.length === 0, { contents: lacking.join(', ') });
});

/** Whoever signs the decision is one of the officers whom it names (APL-52). */
export const signerIsNamed = ofAct<SpotDecision>('officers.not-assigned', 'APL-52', ({ officers }, _state, { actor }) =>
  metIf(officers.includes(actor.id), { people: actor.id }),
);

// After the decision

export const decidedOnTheSpot = ofCase('simple-procedure.not-used', 'APL-51', (state) =>
  procedureOf(state) === 'simple' ? met(state.decision?.revision) : missing(),
);

export const notYetReported = ofCase('spot-report.already-made', 'APL-52', ({ spotReport }) =>
  spotReport ? missing({ on: spotReport.on }) : met(),
);

export interface CollectOnTheSpot {
  /** Id of a ground of the closed list. */
  readonly ground: string;
  readonly receiptNumber?: string;
  readonly circumstances?: string;
  readonly onWater?: boolean;
  readonly landedOn?: CivilDate;
}

/** A fine that is owed and neither known to be paid nor written off. */
export const fineToTake = ofCase('spot-collection.nothing-due', 'APL-68', (state) => {
  const { decision, service, payment, writtenOff } = state;
  const fine = decision?.outcome === 'penalty' ? (decision.payment?.fineFen ?? 0) : 0;
  return service?.fineId && fine > 0 && !payment && !writtenOff ? met(decision?.revision) : missing();
});

/** Not twice, and not while money taken for an earlier decision of the case is still held. */
export const notYetTaken = ofCase('spot-collection.already-taken', 'APL-68', (state) => {
  const { spotMoney } = state;
  const taken = takenForFine(state) ?? (spotMoney?.handedIn === null ? spotMoney : null);
  return taken ? missing({ on: taken.takenOn }) : met();
});

export const groundHolds = ofAct<CollectOnTheSpot>('spot-collection.ground', 'APL-68', ({ ground }, state, law) => {
  const { filing, decision } = state;
  if (!filing || decision?.outcome !== 'penalty' || !decision.payment) return notRequired;
  const { fineFen } = decision.payment;
  const fine = { procedure: decision.procedure, party: filing.party.kind, fineFen };
  const holds = collectionGround(law.rulebook.profile, ground, fine, law.today) !== undefined;
  return metIf(holds, { ground, fen: fineFen });
});

export const receiptGiven = ofAct<CollectOnTheSpot>('spot-collection.receipt', 'APL-70', ({ receiptNumber }) =>
  metIf(receiptNumber !== undefined && receiptNumber.trim() !== ''),
);

/** Landing follows the taking and is no forecast; only money taken on water has one. */
export const landingFits = ofAct<CollectOnTheSpot>(
  'spot-collection.landing',
  'APL-71',
  ({ onWater = false, landedOn }, _state, { today, recordedAt }) =>
    metIf(landedOn === undefined || (onWater && today <= landedOn && landedOn <= civilDateOf(recordedAt)), {
      landedOn: landedOn ?? null,
    }),
);

export const moneyTaken = ofCase('spot-money.not-taken', 'APL-71', ({ spotMoney }) =>
  spotMoney ? met(spotMoney.revision) : missing(),
);

export const moneyStillHeld = ofCase('spot-money.already-handed-in', 'APL-71', ({ spotMoney }) =>
  spotMoney?.handedIn ? missing({ on: spotMoney.handedIn.on }) : met(),
);

export interface HandIn {
  /** With money taken on water, where it has not been said yet. */
  readonly landedOn?: CivilDate;
}

export const landingKnown = ofAct<HandIn>('spot-collection.landing', 'APL-71', ({ landedOn }, { spotMoney }, law) => {
  if (!spotMoney) return notRequired;
  const fits = landedOn !== undefined && spotMoney.takenOn <= landedOn && landedOn <= law.today;
  return metIf(isAfloat(spotMoney) ? fits : landedOn === undefined, { landedOn: landedOn ?? null });
});

// Before the case is closed

export const spotReported = ofCase('closing.spot-not-reported', 'APL-52', (state) => {
  if (procedureOf(state) !== 'simple') return notRequired;
  return state.spotReport ? met(state.spotReport.revision) : missing();
});

export const spotMoneyHandedIn = ofCase('closing.spot-money-held', 'APL-71', ({ spotMoney }) => {
  if (!spotMoney) return notRequired;
  return spotMoney.handedIn ? met(spotMoney.handedIn.revision) : missing();
});
