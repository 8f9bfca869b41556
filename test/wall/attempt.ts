import { type Client, DatabaseError } from 'pg';

/** A statement that must come to nothing. */
export interface Attempt {
  readonly sql: string;
  readonly values?: readonly unknown[];
  /** PostgreSQL says of it that nothing was found or done, instead of refusing it. */
  readonly endsSilently?: true;
}

export const attempts = (...statements: readonly string[]): Attempt[] => statements.map((sql) => ({ sql }));

export const silentAttempts = (...statements: readonly string[]): Attempt[] =>
  statements.map((sql) => ({ sql, endsSilently: true }));

const INSUFFICIENT_PRIVILEGE = '42501';

/** The attempts that were not refused for want of a right, each with what happened instead. */
export async function leaksAmong(client: Client, tried: readonly Attempt[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const attempt of tried) {
    const outcome = await outcomeOf(client, attempt);
    const expected = attempt.endsSilently ? 'nothing' : 'refused';
    if (outcome !== expected) leaks.push(`${outcome}: ${attempt.sql} ${(attempt.values ?? []).join(' ')}`.trim());
  }
  return leaks;
}

async function outcomeOf(client: Client, { sql, values }: Attempt): Promise<string> {
  try {
    const { rowCount } = await client.query(sql, values && [...values]);
    return rowCount ? `${rowCount} rows` : 'nothing';
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return error.code === INSUFFICIENT_PRIVILEGE ? 'refused' : `failed otherwise (${error.code} ${error.message})`;
  }
}
