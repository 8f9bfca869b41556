import { ForeignPosition } from './errors';
import type { Position } from './port';

/** `<store id>:<20 digits>`: the digits keep the order of positions when they are compared as text. */
export const positionOf = (storeId: string, place: bigint): Position =>
  `${storeId}:${place.toString().padStart(20, '0')}` as Position;

/** The place of a position in this store. @throws ForeignPosition when it is another store's, or none at all */
export function placeIn(storeId: string, position: Position): bigint {
  const digits = position.slice(storeId.length + 1);
  if (!position.startsWith(`${storeId}:`) || !/^\d{20}$/.test(digits)) throw new ForeignPosition(position);
  return BigInt(digits);
}
