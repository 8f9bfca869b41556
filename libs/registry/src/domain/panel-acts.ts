import type { PanelEvent, RegisteredOfficer } from '@fajiao/contracts';
import type { CivilDate, Decision } from '@fajiao/kernel';
import type { Code } from './codes';
import { decided, unless } from './grounds';
import { notOneself, type Entry } from './officer-acts';

export interface SetMembership {
  readonly member: boolean;
  /** Today unless told. */
  readonly from?: CivilDate;
}

/**
 * 集体讨论成员: only who holds a post of a head deliberates (APL-57).
 * @param officer the person on the first day; undefined: not on the staff then
 */
export function setMembership(
  { member, from }: SetMembership,
  officer: RegisteredOfficer | undefined,
  entry: Entry,
): Decision<PanelEvent, Code> {
  const { person, today } = entry;
  const isHead = officer?.roles.some((role) => role === 'head' || role === 'principal') === true;
  return decided(
    [...notOneself(entry), ...unless(!member || isHead, 'panel.not-a-head', 'APL-57', { person })],
    [{ type: 'PanelMembershipSet', data: { person, member, from: from ?? today } }],
  );
}
