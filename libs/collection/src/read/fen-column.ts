import { fen, type Fen } from '@fajiao/kernel';
import type { ValueTransformer } from 'typeorm';

/** A bigint comes as text, because not every one of them is exact as a number; an amount in fen always is. */
export const fenColumn: ValueTransformer = {
  to: (amount: Fen | null) => amount,
  from: (text: string | null) => (text === null ? null : fen(Number(text))),
};
