import { Wake } from '../wake';

const wakes = new Map<string, Wake>();

/** One for all stores of this process that stand on the same events, so that a context's append wakes the others' readers. */
export function wakeOf(storeId: string): Wake {
  const wake = wakes.get(storeId) ?? new Wake();
  wakes.set(storeId, wake);
  return wake;
}
