/** The revision that no resource has: what an If-Match that is missing or can match nothing stands for. */
export const NO_REVISION = -1;

/** The ETag of a resource whose last act by a person has this revision. */
export const entityTag = (revision: number): string => `"${revision}"`;

/**
 * Reads If-Match. Comparison is strong (RFC 9110, 13.1.1): a weak tag, or one that is not a revision, matches nothing.
 * @returns undefined when it is no single entity tag; `*` and lists are not taken, because an act rests on one version
 */
export function readIfMatch(header: string): number | undefined {
  const tag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/.exec(header.trim());
  if (!tag) return undefined;
  const [, weak, opaque = ''] = tag;
  return !weak && /^(0|[1-9]\d{0,14})$/.test(opaque) ? Number(opaque) : NO_REVISION;
}
