/**
 * What does not hold of an event. `revision-missing`: the events before it are not there. `content-altered`: type, data or
 * metadata are not those that were written. `out-of-order`: it was made before an event that it follows.
 * `not-of-its-command`: it is not the event that its command made at this place. `unreadable`: it cannot be opened or folded.
 * `seal-broken`: the file that it sealed is not the one that stands before it.
 */
export type FaultCode =
  'revision-missing' | 'content-altered' | 'out-of-order' | 'not-of-its-command' | 'unreadable' | 'seal-broken';

export interface Fault {
  /** Of the event at which it shows. */
  readonly revision: number;
  readonly code: FaultCode;
  /** Of a missing revision: the first that is not there. */
  readonly expected?: number;
}
