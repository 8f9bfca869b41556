import type { CivilDate, Fen } from '@fajiao/kernel';
import type { Answer } from '@fajiao/projections';
import { withTables } from '@fajiao/projections';
import { type DataSource, IsNull } from 'typeorm';
import { BankMessageRow } from './bank-message.entity';
import { collectionBankDays } from './collection-bank-days.projection';

/** A message of a bank that no statement of it lists. */
export interface MissingMessage {
  readonly reference: string;
  readonly kind: 'payment' | 'reversal';
  /** Negative for a reversal. */
  readonly fen: Fen;
}

export interface MissingMessages {
  readonly count: number;
  /** The first of them. */
  readonly items: readonly MissingMessage[];
}

const SHOWN = 500;

/** What a bank reported for a day and does not know of itself (`unknown-to-bank`); a later statement may still list it. */
export class BankDays {
  constructor(private readonly dataSource: DataSource) {}

  missing(bank: string, day: CivilDate): Promise<Answer<MissingMessages>> {
    return withTables(this.dataSource, collectionBankDays, async (manager) => {
      const [rows, count] = await manager.findAndCount(BankMessageRow, {
        where: { bank, day, byCallback: true, listedOn: IsNull() },
        order: { reference: 'ASC' },
        take: SHOWN,
      });
      return { count, items: rows.map(({ reference, kind, fen }) => ({ reference, kind, fen })) };
    });
  }
}
