import { civilDateOf } from '@fajiao/kernel';
import { passed } from '@fajiao/rulebook';
import type { CaseState, LogEntry } from '../case-state';
import type { ActContext } from '../context';
import type { CaseEvent } from '../events';
import { byWhetherPassed, clockFrom } from '../law';
import { met, metIf, missing, notRequired, ofAct, type Finding, type OfAct } from '../requirement';

/** Two times: when an act happened and when it was recorded (APL-47). These hold for every act. */

const notInFuture = ofAct('time.in-future', 'APL-47', (_data, _state, { occurredAt, recordedAt }) =>
  metIf(occurredAt <= recordedAt),
);

const lateHasReason = ofAct('time.late-without-reason', 'internal control', (_data, _state, act) =>
  byWhetherPassed(lastDayToRecord(act), civilDateOf(act.recordedAt), {
    passed: metIf(act.lateReason !== undefined),
    open: notRequired,
  }),
);

export const timeRequirements: readonly OfAct<unknown>[] = [notInFuture, lateHasReason];

/** Recorded more working days after the act than the profile allows. */
export function isRecordedLate(act: ActContext): boolean {
  return passed(lastDayToRecord(act), civilDateOf(act.recordedAt)) === true;
}

/** Nothing happens before that on which it builds: the events by which its requirements are met. */
export function notBeforeBasis(findings: readonly Finding[], { log }: CaseState, { occurredAt }: ActContext): Finding {
  const basis = findings.flatMap((finding) => (finding.is === 'met' ? finding.by : []));
  const later = basis
    .map((revision) => log[revision])
    .find((entry): entry is LogEntry => entry !== undefined && entry.at > occurredAt);
  return later ? missing({ event: later.type, at: later.at }) : met();
}

const PAUSES_AND_ENDS: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'CaseSuspended',
  'CaseResumed',
  'CaseHandedOver',
  'CaseReturned',
  'TransferDeclined',
  'TransferReviewConcluded',
]);

/** Told late, no pause of the term begins before the one before it began and ended: no day is left out twice. */
export const afterLastPause = ofAct<unknown>('time.before-basis', 'APL-47', (_data, { log }, { occurredAt }) => {
  const last = log.findLast(({ type }) => PAUSES_AND_ENDS.has(type));
  return last && last.at > occurredAt ? missing({ event: last.type, at: last.at }) : met();
});

const lastDayToRecord = (act: ActContext) => clockFrom(act, 'recording', act.today);
