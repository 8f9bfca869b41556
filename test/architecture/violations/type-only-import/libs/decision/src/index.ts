import type { Fine } from '@fajiao/collection';

export const amount = (fine: Fine): number => fine.fen;
