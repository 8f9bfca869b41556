/** Reads the stream's name: `statement-<bank>-<date>`, `.treasury` at its end for the treasury's list. */
export function fileOf(stream: string): { readonly bank: string; readonly day: string; readonly kind: string } {
  const [, bank = '', day = '', treasury] = /^statement-(.+)-(\d{4}-\d\d-\d\d)(\.treasury)?$/.exec(stream) ?? [];
  return { bank, day, kind: treasury === undefined ? 'statement' : 'treasury-credits' };
}
