import { ConfigFaults, DatabaseFault } from '@fajiao/platform';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a command: what keeps it from its work is told in sentences, and the process ends with 1. */
export function command(work: () => void | Promise<void>): void {
  Promise.resolve()
    .then(work)
    .catch((fault: unknown) => {
      process.stderr.write(`${textOf(fault)}\n`);
      process.exitCode = 1;
    });
}

function textOf(fault: unknown): string {
  if (fault instanceof ConfigFaults || fault instanceof DatabaseFault) return fault.message;
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
