import { parentPort } from 'node:worker_threads';
import { renderer } from '../renderer';
import type { Job, Made } from './messages';

/** Runs in a thread of its own: one job after the other, as they come. */
parentPort?.on('message', ({ job, format, form, rendering }: Job) => {
  renderer[format](form, rendering).then(
    (bytes) => answer({ job, bytes }),
    (reason: unknown) =>
      answer({ job, failed: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) }),
  );
});

function answer(made: Made): void {
  parentPort?.postMessage(made);
}
