import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCivilDate } from '@fajiao/kernel';
import { csvFile } from '../../../../../test/support/bank-kit/files';
import { statements } from '../../domain/statement/statement';
import { at } from '../../spec-support/samples.fixture.spec';
import { bankAt, Crash, dyingAt, Stage } from '../../spec-support/stage.fixture.spec';
import { StatementFiles } from './statement-files';

const date = parseCivilDate('2024-04-12');
const evening = bankAt('bank-a', at('2024-04-12 20:00'));

describe('a file that is too large for one append', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resumed-file-'));
  const path = join(folder, 'file.csv');
  const lines = Array.from({ length: 2_050 }, (_, i) => ({ reference: `L${i}`, fen: -1 - i }));
  writeFileSync(path, csvFile({ bank: 'bank-a', date, lines }, 'gb18030'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([1, 2, 3])('goes on where it was when the process died after append %i', async (appends) => {
    const stage = new Stage(dyingAt(appends, 'after'));
    await expect(new StatementFiles(stage.process.deps).take('bank-a', path, evening)).rejects.toThrow(Crash);
    stage.restart();
    const stateOf = async () => (await stage.process.deps.handler.load(statements, `bank-a-${date}`)).state;
    expect((await stateOf()).stored).toBe(Math.min(800 * appends, 2_050));
    const { receipt } = await new StatementFiles(stage.process.deps).take('bank-a', path, evening);
    expect(receipt.outcome).toBe('accepted');
    expect(await stateOf()).toMatchObject({ stored: 2_050, conflicts: 0 });
    await stage.settle();
    expect(await stateOf()).toMatchObject({
      sorted: 2_050,
      buckets: [{ bucket: 'reversal-of-unknown', lines: 2_050 }],
    });
    const before = stage.log.events.length;
    await new StatementFiles(stage.process.deps).take('bank-a', path, evening);
    expect(stage.log.events).toHaveLength(before);
  });
});
