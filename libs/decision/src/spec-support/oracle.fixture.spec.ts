import { addDays, birthDateOf, civilDateOf, daysBetween, type CivilDate, type Fact } from '@fajiao/kernel';
import type { CaseEvent } from '../domain/events';
import { calendar, rulebook } from './play.fixture.spec';
import { members } from './people.fixture.spec';

/**
 * What makes a decision or an act unlawful, read off the history itself with rules written here once more and in another
 * way: nothing of requirements, clocks or readings is used.
 */
type Facts = readonly Fact<CaseEvent>[];
type Of<Type extends CaseEvent['type']> = Extract<Fact<CaseEvent>, { type: Type }>;

function all<Type extends CaseEvent['type']>(facts: Facts, ...types: readonly Type[]): readonly Of<Type>[] {
  return facts.filter((fact): fact is Of<Type> => (types as readonly string[]).includes(fact.type));
}

const revisionOf = (fact: Fact<CaseEvent> | undefined): number => fact?.revision ?? -1;
const dayOf = ({ meta }: Fact<CaseEvent>): CivilDate => civilDateOf(meta.occurredAt);

/** Why the penalty that is the last of these facts must not be. */
export function unlawfulPenalty(before: Facts, decision: Of<'PenaltyDecided'>): readonly string[] {
  const { data } = decision;
  const day = data.decidedOn;
  const [approval] = all(before, 'FilingApproved');
  const [filing] = all(before, 'CaseFiled');
  const versions = all(before, 'InvestigationConcluded', 'ProposalRevised');
  const seen = revisionOf(versions.at(-1));
  const renewed = revisionOf(versions.findLast((fact) => fact.type !== 'ProposalRevised' || !fact.data.onlyLowers));
  const notices = all(before, 'PriorNoticeServed').filter(({ revision }) => revision > renewed);
  const notice = notices.at(-1);
  const waived = all(before, 'RightsWaived').some(({ revision }) => revision > revisionOf(notice));
  const statements = all(before, 'StatementMade');
  const reviewed = all(before, 'StatementReviewed').flatMap((fact) => fact.data.statements);
  const requested = all(before, 'HearingRequested').findLast(({ revision }) => revision > renewed);
  const ended = all(before, 'HearingHeld', 'HearingMissed').at(-1);
  const withdrawn = all(before, 'HearingRequestWithdrawn').at(-1);
  const major = isMajor(filing, data.penalties) || approval?.data.markedMajor === true;
  const deliberation = all(before, 'DeliberationHeld').at(-1);
  const reduced = deliberation?.data.conclusion === 'reduce';
  const review = all(before, 'LegalReviewPassed', 'LegalReviewReturned').at(-1);
  const told = notices.find((fact) => fact.data.rights.includes('hearing'));
  const says = (wrong: boolean, what: string): readonly string[] => (wrong ? [what] : []);
  return [
    ...says(!approval, 'not approved'),
    ...says(versions.length === 0, 'not concluded'),
    ...says(!notice, 'not noticed'),
    ...says(notice !== undefined && !waived && !windowOver(notice.data.servedOn, day), 'window open'),
    ...says(isMajor(filing, data.penalties) && !told, 'right to a hearing not told'),
    ...says(told !== undefined && !requested && !windowOver(told.data.servedOn, day), 'hearing may still be asked for'),
    ...says(
      statements.some(({ data: { statement } }) => !reviewed.includes(statement)),
      'statement not reviewed',
    ),
    ...says(
      requested !== undefined && Math.max(revisionOf(ended), revisionOf(withdrawn)) < requested.revision,
      'not heard',
    ),
    ...says(major && review?.type !== 'LegalReviewPassed', 'review not passed'),
    ...says(major && revisionOf(review) < revisionOf(ended), 'reviewed before the hearing'),
    ...says(major && revisionOf(review) < (reduced ? renewed : seen) && !reduced, 'another version reviewed'),
    ...says(major && revisionOf(deliberation) < seen, 'not deliberated'),
    ...says(investigatorsOf(before).has(decision.meta.actor.id), 'decided by an investigator'),
    ...says(data.pastTerm === undefined && pastTerm(before, day), 'past the term'),
    ...says(outOfRange(filing, data), 'out of range'),
    ...says(tooYoung(filing), 'under fourteen'),
    ...says(isMinor(filing) && data.mitigation === undefined, 'a minor without mitigation'),
    ...says(unverified(before, seen).length > 0, 'evidence that nobody verified'),
    ...says(onItsWay(before), 'instead of a transfer'),
    ...says(finedByCourt(before) && data.penalties.some(({ kind }) => kind === 'fine'), 'fined after a court'),
    ...says(all(before, 'CaseDropped', 'FilingRefused', 'CaseClosed').length > 0 && !reopened(before), 'after the end'),
  ];
}

const finedByCourt = (facts: Facts): boolean =>
  all(facts, 'CriminalJudgmentRecorded').some(({ data }) => data.criminalFineFen > 0);

function windowOver(servedOn: CivilDate, day: CivilDate): boolean {
  const end = calendar.addWorkingDays(servedOn, 5);
  return end.due !== null && day > end.due;
}

/** Suspension, or a fine or confiscation from the threshold on; the limits are those of the development profile. */
function isMajor(filing: Of<'CaseFiled'> | undefined, penalties: Of<'PenaltyDecided'>['data']['penalties']): boolean {
  const citizen = filing?.data.party.kind === 'citizen';
  const from = citizen || filing?.data.party.kind === 'individual-business' ? 1_000_000 : 5_000_000;
  return penalties.some(
    (penalty) =>
      penalty.kind === 'suspension' ||
      (citizen && penalty.kind === 'fine' && penalty.fen >= from) ||
      (penalty.kind === 'fine' && penalty.fen >= 5_000_000),
  );
}

/** Ninety days, days left out not counted; extended or ordered anew, it is only held against that end. */
export function pastTerm(facts: Facts, day: CivilDate): boolean {
  const end = termOf(facts, day);
  return end !== null && day > end;
}

/** The end of the ninety days; null: another act sets it. */
export function termOf(facts: Facts, today: CivilDate): CivilDate | null {
  const [approval] = all(facts, 'FilingApproved');
  if (!approval || all(facts, 'RedoOrdered', 'DecisionTermExtended').length > 0) return null;
  const approvedOn = dayOf(approval);
  let end = addDays(approvedOn, 90);
  // What stands still after the end moves it no more.
  for (const { from, days } of stretchesLeftOut(facts, today)) {
    // Neither the day of the approval nor one before it counts in any case.
    const uncounted = from > approvedOn ? 0 : daysBetween(from, approvedOn) + 1;
    if (from <= end) end = addDays(end, Math.max(0, days - uncounted));
  }
  return end;
}

interface LeftOut {
  readonly from: CivilDate;
  readonly days: number;
}

/** From the day of the act that stops the count to the day before the one that lets it go on; none while a decision stands. */
function stretchesLeftOut(facts: Facts, today: CivilDate): readonly LeftOut[] {
  const out: LeftOut[] = [];
  let since: CivilDate | null = null;
  let stands = false;
  // A revocation told late counts from its own day.
  const inTime = [...facts].sort((a, b) => a.meta.occurredAt.localeCompare(b.meta.occurredAt));
  for (const fact of inTime) {
    if (fact.type === 'PenaltyDecided' || fact.type === 'NoPenaltyDecided') stands = true;
    if (fact.type === 'DecisionRevoked' && fact.data.how === 'redo') {
      stands = false;
      since = since && dayOf(fact);
    }
    const stops =
      fact.type === 'CaseSuspended' ||
      (fact.type === 'CaseHandedOver' && fact.data.kind === 'justice') ||
      (fact.type === 'TransferReviewConcluded' && fact.data.accepted);
    const goesOn = ['CaseResumed', 'CaseReturned', 'TransferDeclined'].includes(fact.type);
    if (!stops && !goesOn) continue;
    if (since !== null && !stands) out.push({ from: since, days: daysBetween(since, dayOf(fact)) });
    since = stops ? dayOf(fact) : null;
  }
  return since === null || stands ? out : [...out, { from: since, days: daysBetween(since, today) }];
}

function outOfRange(filing: Of<'CaseFiled'> | undefined, data: Of<'PenaltyDecided'>['data']): boolean {
  const item = filing && rulebook.catalogue.find(filing.data.offence.code, filing.data.actDate);
  const fine = data.penalties.find((penalty) => penalty.kind === 'fine')?.fen;
  if (!item || fine === undefined) return false;
  const ranges = [item.fineFen, item.seriousFineFen, ...Object.values(item.fineFenBySubject ?? {})].filter(
    (range) => !!range,
  );
  const most = Math.max(...ranges.map(({ max }) => max));
  const least = Math.min(...ranges.map(({ min }) => min));
  return fine > most || (fine < least && data.mitigation === undefined);
}

function ageAt(filing: Of<'CaseFiled'> | undefined): number {
  if (filing?.data.party.kind !== 'citizen') return 99;
  // Full years are reached on the day after the birthday.
  const birth = birthDateOf(filing.data.party.citizenId);
  const [years, before] = [Number(filing.data.actDate.slice(0, 4)) - Number(birth.slice(0, 4)), birth.slice(5)];
  return filing.data.actDate.slice(5) > before ? years : years - 1;
}
const tooYoung = (filing: Of<'CaseFiled'> | undefined): boolean => ageAt(filing) < 14;
const isMinor = (filing: Of<'CaseFiled'> | undefined): boolean => ageAt(filing) < 18;

/** Numbers of what was collected after the facts were found, and neither verified nor excluded since. */
function unverified(facts: Facts, seen: number): readonly number[] {
  const checked = all(facts, 'EvidenceVerified', 'EvidenceExcluded').map((fact) => fact.data.evidence);
  return all(facts, 'EvidenceCollected')
    .filter(({ revision, data: { evidence } }) => revision > seen && !checked.includes(evidence))
    .map(({ data: { evidence } }) => evidence);
}

/** The latest telling event of a transfer says that it is proposed, approved, or with somebody else. */
function onItsWay(facts: Facts): boolean {
  const telling = facts.filter(({ type }) => /^(Transfer(?!ReviewRequested)|CaseHandedOver|CaseReturned)/.test(type));
  const last = telling.at(-1);
  if (last?.type === 'TransferReviewConcluded') return last.data.accepted;
  return last !== undefined && !['TransferRefused', 'TransferDeclined', 'CaseReturned'].includes(last.type);
}

/** What was closed is open again when its decision is attacked or falls. */
function reopened(facts: Facts): boolean {
  const opens = revisionOf(all(facts, 'RemedySought', 'DecisionChanged', 'DecisionRevoked').at(-1));
  return opens > revisionOf(all(facts, 'CaseDropped', 'FilingRefused', 'CaseClosed').at(-1));
}

/** Everybody who was ever named as an officer, or filed the case. */
function investigatorsOf(facts: Facts): ReadonlySet<string> {
  const named = facts.flatMap((fact) => ('officers' in fact.data ? fact.data.officers.map(({ id }) => id) : []));
  return new Set([...named, ...all(facts, 'CaseFiled', 'EvidenceCollected').map(({ meta }) => meta.actor.id)]);
}

function recusedOf(facts: Facts): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { data } of all(facts, 'RecusalDecided')) {
    if (data.recused) out.add(data.officer);
    else out.delete(data.officer);
  }
  return out;
}

const NOT_BY_INVESTIGATORS: readonly CaseEvent['type'][] = [
  ...(['FilingApproved', 'FilingRefused', 'TransferApproved', 'TransferRefused', 'SeizureApproved'] as const),
  ...(['LegalReviewPassed', 'LegalReviewReturned', 'HearingNoticed', 'HearingHeld', 'HearingMissed'] as const),
  ...(['PenaltyDecided', 'NoPenaltyDecided'] as const),
];

/** Why this fact must not have been made by its actor, after what happened before. */
export function excluded(before: Facts, fact: Fact<CaseEvent>): readonly string[] {
  const actor = fact.meta.actor.id;
  if (actor.startsWith('policy:')) return [];
  const day = dayOf(fact);
  const recused = recusedOf(before);
  const investigators = investigatorsOf(before);
  const reviewers = new Set(all(before, 'LegalReviewPassed', 'LegalReviewReturned').map(({ meta }) => meta.actor.id));
  const hearings = all(before, 'HearingNoticed', 'HearingHeld', 'HearingMissed');
  const chairs = new Set(
    hearings.flatMap((one) => [one.meta.actor.id, ...(one.type === 'HearingHeld' ? [one.data.chair] : [])]),
  );
  const presides =
    fact.type === 'HearingHeld' ? [actor, fact.data.chair] : fact.type.startsWith('Hearing') ? [actor] : [];
  const keepsRecord = ['HearingNoticed', 'HearingHeld', 'HearingMissed'].includes(fact.type) ? presides : [];
  const says = (wrong: boolean, what: string): readonly string[] =>
    wrong ? [`${fact.type} by ${actor}: ${what}`] : [];
  return [
    ...says(recused.has(actor), 'recused'),
    ...says(members[actor] === undefined, 'not on the staff'),
    ...says(NOT_BY_INVESTIGATORS.includes(fact.type) && investigators.has(actor), 'investigated'),
    ...says(fact.type.startsWith('LegalReview') && chairs.has(actor), 'chaired'),
    ...says(
      keepsRecord.some((person) => investigators.has(person) || reviewers.has(person) || recused.has(person)),
      'chair investigated, reviewed or recused',
    ),
    ...says(
      fact.type === 'DeliberationHeld' && fact.data.present.some((one) => investigators.has(one) || recused.has(one)),
      'deliberated although excluded',
    ),
    ...says(
      fact.type === 'OfficersReplaced' && fact.data.officers.some(({ id }) => reviewers.has(id) || chairs.has(id)),
      'reviewer or chair made an officer',
    ),
    ...says(
      'officers' in fact.data && fact.type !== 'OfficersAssigned' && !twoMayAct(fact.data.officers, day, recused),
      'not two able officers',
    ),
  ];
}

function twoMayAct(
  officers: readonly { readonly id: string }[],
  day: CivilDate,
  recused: ReadonlySet<string>,
): boolean {
  const ids = new Set(officers.map(({ id }) => id));
  const able = [...ids].every((id) => {
    const { certificate } = members[id] ?? {};
    return (
      certificate !== undefined &&
      certificate.validUntil >= day &&
      certificate.standing === undefined &&
      !recused.has(id)
    );
  });
  return ids.size >= 2 && able;
}

/** Carried out without a head's approval before, or ended twice. */
export function unlawfulSeizures(facts: Facts): readonly number[] {
  const approved = new Set<number>();
  const open = new Set<number>();
  const wrong: number[] = [];
  for (const { type, data, revision } of facts) {
    if (type === 'SeizureApproved') approved.add(data.seizure);
    if (type === 'SeizureMade') {
      if (data.urgent === undefined && !approved.delete(data.seizure)) wrong.push(revision);
      open.add(data.seizure);
    }
    if ((type === 'SeizureLifted' || type === 'SeizedDisposed') && !open.delete(data.seizure)) wrong.push(revision);
  }
  return wrong;
}

/** More than the simple procedure allows. */
export function unlawfulOnTheSpot({ data }: Of<'SpotPenaltyDecided'>): readonly string[] {
  const most = data.party.kind === 'organisation' || data.party.kind === 'individual-business' ? 300_000 : 20_000;
  return data.penalties
    .filter((penalty) => (penalty.kind === 'fine' ? penalty.fen > most : penalty.kind !== 'warning'))
    .map(({ kind }) => `${kind} on the spot`);
}
