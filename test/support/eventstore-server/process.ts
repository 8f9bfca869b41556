import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** The server as a process of its own. */
export interface EventStoreProcess {
  readonly url: string;
  readonly port: number;
  /** Sends a signal; SIGKILL is waited for. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
}

/** @param file what it keeps its log in: started again with the same file and port, it is the same node */
export async function startEventStoreProcess(file: string, port = 0): Promise<EventStoreProcess> {
  const program = [join(ROOT, 'test/support/eventstore-server/main.ts'), String(port), file];
  const child = spawn(process.execPath, ['-r', join(ROOT, 'test/support/typescript.cjs'), ...program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await firstLine(child);
  return {
    url,
    port: Number(/:(\d+)\?/.exec(url)?.[1]),
    signal: async (signal) => {
      const ended =
        signal === 'SIGKILL' && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill(signal);
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the event store process left with ${code}`)));
    child.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
}
