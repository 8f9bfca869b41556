import type { ProjectionHost } from '@fajiao/projections';
import { BankMessageRow } from './bank-message.entity';
import { collectionBankDays } from './collection-bank-days.projection';
import { collectionFines } from './collection-fines.projection';
import { FineRow } from './fine.entity';

/** The collecting side fills and reads its own tables; nobody else reads them. */
export const collectionHost = {
  login: 'collection',
  projections: [collectionFines, collectionBankDays],
} satisfies ProjectionHost;

export const collectionEntities = [FineRow, BankMessageRow];
