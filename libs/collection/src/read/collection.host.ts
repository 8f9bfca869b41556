import type { ProjectionHost } from '@fajiao/projections';
import { BankMessageRow } from './bank-message.entity';
import { collectionBankDays } from './collection-bank-days.projection';
import { collectionFines } from './collection-fines.projection';
import { collectionStatements } from './collection-statements.projection';
import { FineRow } from './fine.entity';
import { StatementLineRow } from './statement-line.entity';

/** The collecting side fills and reads its own tables; nobody else reads them. */
export const collectionHost = {
  login: 'collection',
  projections: [collectionFines, collectionBankDays, collectionStatements],
} satisfies ProjectionHost;

export const collectionEntities = [FineRow, BankMessageRow, StatementLineRow];
