import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

jest.setTimeout(20_000);

describe('the event store process', () => {
  it('left behind by whoever started it, it ends: an orphan kept a finished CI waiting for its output', async () => {
    const loader = join(__dirname, '../typescript.cjs');
    const child = spawn(process.execPath, ['-r', loader, join(__dirname, 'main.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');

    child.stdin.end();

    await expect(ended).resolves.toEqual([0, null]);
  });
});
