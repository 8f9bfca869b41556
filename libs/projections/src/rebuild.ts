import type { EventStore, Position } from '@fajiao/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { lockCheckpoint, saveCheckpoint } from './checkpoints';
import { applyAll, type Reader } from './reader';
import { unparked } from './turn';

const LOCK_NOT_AVAILABLE = '55P03';
const PAGE = 500;

/**
 * Puts rebuilt tables that are nearly as far as the live ones in their place. The live ones wait while the last events are
 * applied, so that it comes to an end under any load.
 * @returns false: not now, somebody else has one of them, or a long read is going on
 */
export async function swapIn(dataSource: DataSource, store: EventStore, reader: Reader): Promise<boolean> {
  const { name } = reader;
  try {
    return await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL lock_timeout = '1s'`);
      const live = await lockCheckpoint(manager, name, 'live', 'wait');
      const next = await lockCheckpoint(manager, name, 'next');
      if (!live || next?.version !== reader.version) return false;
      if (live.position && (next.position ?? '') < live.position)
        await catchUp(manager, store, reader, next.position, live.position);
      const [row] = await manager.query<{ swapped: boolean }[]>('SELECT projection.swap($1) AS swapped', [name]);
      return row?.swapped === true;
    });
  } catch (fault) {
    if ((fault as { driverError?: { code?: string } }).driverError?.code === LOCK_NOT_AVAILABLE) return false;
    throw fault;
  }
}

async function catchUp(
  manager: EntityManager,
  store: EventStore,
  reader: Reader,
  from: Position | undefined,
  to: Position,
): Promise<void> {
  for (let after = from; after === undefined || after < to;) {
    const page = await store.readAll(after, PAGE);
    const events = page.events.filter((event) => event.position <= to && reader.handles(event.type));
    const applied = await unparked(manager, reader, events);
    if (applied.length > 0) await applyAll(reader, applied, manager);
    if (page.atEnd && page.next < to) throw new Error(`the event store ends before ${to}`);
    after = page.next;
  }
  await saveCheckpoint(manager, reader.name, reader.slot, to, null);
}
