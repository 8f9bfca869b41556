import { setTimeout as sleep } from 'node:timers/promises';

/** Does the work for every item, so many at a time. */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}

/** Resolves in the middle of a load, when something is due; or when the load has failed, so that nobody waits for ever. */
export async function inTheMiddle(load: Promise<unknown>, due: () => boolean): Promise<void> {
  let failed = false;
  load.catch(() => (failed = true));
  while (!due() && !failed) await sleep(1);
}
