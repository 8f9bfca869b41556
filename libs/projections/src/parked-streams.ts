import type { EventStore } from '@fajiao/event-store';
import type { DataSource } from 'typeorm';
import { lockCheckpoint, park, readParked, unpark } from './checkpoints';
import { CheckpointMissing } from './faults';
import type { Reader } from './reader';
import { attempt } from './turn';

/**
 * Applies what a parked stream has missed, up to the checkpoint; the stream goes on with the others if that succeeds and
 * stays parked at its next fault otherwise. The projection waits meanwhile.
 * @returns whether the stream is no longer parked
 */
export async function retryParked(
  dataSource: DataSource,
  store: EventStore,
  reader: Reader,
  stream: string,
): Promise<boolean> {
  const { name, slot } = reader;
  return dataSource.transaction(async (manager) => {
    const checkpoint = await lockCheckpoint(manager, name, slot, 'wait');
    if (!checkpoint) throw new CheckpointMissing(name);
    const [entry] = await readParked(manager, name, slot, [stream]);
    if (!entry || !checkpoint.position) return true;
    for await (const event of store.read(stream, entry.revision)) {
      if (event.position > checkpoint.position) break;
      if (!reader.handles(event.type)) continue;
      const fault = await attempt(manager, reader, event);
      if (!fault) continue;
      const { revision, position } = event;
      await park(manager, slot, { name, stream, revision, position, ...fault, attempts: entry.attempts + 1 });
      return false;
    }
    await unpark(manager, name, slot, stream);
    return true;
  });
}
