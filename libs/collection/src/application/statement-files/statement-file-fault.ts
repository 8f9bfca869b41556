/**
 * Why a file as a whole is not taken. `header`: it does not say what it is, or says it wrongly. `trailer`: it has no end,
 * so part of it may be missing. `count`, `sum`: its lines are not what its trailer says. `encoding`, `xml`: it cannot be read. `too-long`: to be tried out.
 */
export type StatementFileCode =
  `statement-file.${'header' | 'trailer' | 'count' | 'sum' | 'encoding' | 'xml' | 'bank' | 'too-long'}`;

export class StatementFileFault extends Error {
  override readonly name = 'StatementFileFault';

  constructor(
    readonly code: StatementFileCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
