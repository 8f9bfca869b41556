/** Roles that decide: none of them may collect (APL-67). */
export const decidingRoles = ['officer', 'unit-lead', 'legal-reviewer', 'hearing-chair', 'head', 'principal'] as const;

/** Roles that collect: none of them may decide (APL-67). A bank signs its messages and holds no token. */
export const collectingRoles = ['finance-clerk', 'bank'] as const;

const otherRoles = ['disclosure-editor', 'auditor'] as const;

export const allRoles = [...decidingRoles, ...collectingRoles, ...otherRoles] as const;

export type Role = (typeof allRoles)[number];

/** Where a context stands towards the wall between deciding and collecting. */
export type Side = 'deciding' | 'collecting' | 'neither';

export function isRole(text: string): text is Role {
  return (allRoles as readonly string[]).includes(text);
}

/** The sides that these roles belong to; two sides mean that this person may do nothing. */
export function sidesOf(roles: readonly string[]): ReadonlySet<Exclude<Side, 'neither'>> {
  const sides = new Set<Exclude<Side, 'neither'>>();
  if (roles.some((role) => (decidingRoles as readonly string[]).includes(role))) sides.add('deciding');
  if (roles.some((role) => (collectingRoles as readonly string[]).includes(role))) sides.add('collecting');
  return sides;
}
