import { join } from 'node:path';
import { parseInstant, sha256Hex } from '@fajiao/kernel';
import { renderer } from '../renderer';
import { everyBlock, saying } from '../spec-support/forms.fixture.spec';
import { RendererInThread } from './renderer-in-thread';

const rendering = { at: parseInstant('2023-09-28T15:00:00+08:00') } as const;
const typescript = join(__dirname, '../../../../test/support/typescript.cjs');

describe('rendering in a thread', () => {
  const inThread = new RendererInThread({ execArgv: ['-r', typescript] });
  afterAll(() => inThread.close());

  it('makes the same files as rendering here, several at once', async () => {
    const [pdf, docx, other] = await Promise.all([
      inThread.pdf(everyBlock, rendering),
      inThread.docx(everyBlock, rendering),
      inThread.pdf(saying('另一份'), rendering),
    ]);
    expect(sha256Hex(pdf)).toBe(sha256Hex(await renderer.pdf(everyBlock, rendering)));
    expect(sha256Hex(docx)).toBe(sha256Hex(await renderer.docx(everyBlock, rendering)));
    expect(sha256Hex(other)).not.toBe(sha256Hex(pdf));
  });

  it('holds up nothing here while a long document is made', async () => {
    const long = saying('当事人应当自觉履行。'.repeat(20_000));
    const turnsWhile = async (rendered: Promise<unknown>): Promise<number> => {
      let turns = 0;
      const ticking = setInterval(() => (turns += 1), 1);
      await rendered.finally(() => clearInterval(ticking));
      return turns;
    };
    const [there, here] = [
      await turnsWhile(inThread.pdf(long, rendering)),
      await turnsWhile(renderer.pdf(long, rendering)),
    ];
    expect(there).toBeGreaterThan(here);
  });

  it('fails for what was being made when the thread dies, and starts again for the next', async () => {
    const dying = new RendererInThread({ execArgv: ['-r', typescript] });
    const lost = dying.pdf(everyBlock, rendering);
    await dying.close();
    await expect(lost).rejects.toThrow('has ended');
    expect((await dying.pdf(everyBlock, rendering)).length).toBeGreaterThan(10_000);
    await dying.close();
  });
});
