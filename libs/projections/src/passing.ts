import { setImmediate as soon } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Batch } from './batches';
import type { Reader } from './reader';

interface Stretch {
  readonly reader: Pick<Reader, 'name' | 'slot' | 'version'>;
  readonly batch: Pick<Batch, 'after' | 'upTo'>;
}

/** Checkpoints that somebody else has locked, or has moved, stay as they are. */
const PASS = `
  WITH passed AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS its (name, slot, version, after, up_to)
  ), free AS (
    SELECT name, slot FROM projection.checkpoint WHERE (name, slot) IN (SELECT name, slot FROM passed)
    FOR UPDATE SKIP LOCKED
  )
  UPDATE projection.checkpoint AS its SET position = up_to, fault = NULL, updated_at = now()
  FROM passed JOIN free USING (name, slot)
  WHERE (its.name, its.slot, its.version) = (passed.name, passed.slot, passed.version)
    AND its.position IS NOT DISTINCT FROM passed.after
  RETURNING its.name, its.slot`;

/** Moves checkpoints over stretches of the history that hold nothing for them: all those of a moment in one statement. */
export class Passing {
  private waiting: Stretch[] = [];
  private answer: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** @returns false when somebody else has the checkpoint, or has moved it */
  async pass(reader: Stretch['reader'], batch: Stretch['batch']): Promise<boolean> {
    this.waiting.push({ reader, batch });
    this.answer ??= soon().then(() => this.passAll());
    return (await this.answer).has(`${reader.name} ${reader.slot}`);
  }

  private async passAll(): Promise<ReadonlySet<string>> {
    const stretches = this.waiting;
    [this.waiting, this.answer] = [[], undefined];
    const column = (value: (stretch: Stretch) => string | undefined) => stretches.map((its) => value(its) ?? null);
    const [moved] = await this.dataSource.query<[{ name: string; slot: string }[], number]>(PASS, [
      column(({ reader }) => reader.name),
      column(({ reader }) => reader.slot),
      column(({ reader }) => reader.version),
      column(({ batch }) => batch.after),
      column(({ batch }) => batch.upTo),
    ]);
    return new Set(moved.map(({ name, slot }) => `${name} ${slot}`));
  }
}
