/** Does the work for every item, so many at a time, and keeps the order of the results. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(items.length);
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      const item = items[index];
      if (item === undefined) continue;
      try {
        results[index] = await work(item);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}

/** Items that share a key, directly or through others, stand together, in their order; so groups can be worked on side by side. */
export function groupsBySharedKey<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Item[][] {
  const groupOf = new Map<string, Item[]>();
  const groups = new Set<Item[]>();
  for (const item of items) {
    const keys = keysOf(item);
    const shared = new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined));
    const group = [...shared].flat();
    group.push(item);
    for (const old of shared) groups.delete(old);
    groups.add(group);
    for (const one of group) for (const key of keysOf(one)) groupOf.set(key, group);
  }
  return [...groups];
}
