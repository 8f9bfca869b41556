import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCivilDate } from '@fajiao/kernel';
import { csvFile } from '../../../../../test/support/bank-kit/files';
import { at } from '../../spec-support/samples.fixture.spec';
import { bankAt, Stage } from '../../spec-support/stage.fixture.spec';
import { MOST_TRIED, StatementFiles } from './statement-files';

const date = parseCivilDate('2024-04-12');
const evening = bankAt('bank-a', at('2024-04-12 20:00'));

describe('a file that is only tried out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tried-file-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (count: number): string => {
    const path = join(folder, `${count}.csv`);
    const lines = Array.from({ length: count }, (_, i) => ({ reference: `L${i}`, fen: 1 }));
    writeFileSync(path, csvFile({ bank: 'bank-a', date, lines }));
    return path;
  };

  it('may have no more lines than are held in memory; to be taken in, it may', async () => {
    const { deps } = new Stage().process;
    const files = new StatementFiles(deps);
    const long = fileOf(MOST_TRIED + 1);
    await expect(files.tryOut('bank-a', long, evening)).rejects.toMatchObject({
      ...{ code: 'statement-file.too-long', detail: { lines: MOST_TRIED + 1, most: MOST_TRIED } },
    });
    expect((await files.take('bank-a', long, evening)).receipt.outcome).toBe('accepted');
    const { dryRun } = await files.tryOut('bank-a', fileOf(3), evening);
    expect(dryRun.buckets).toMatchObject([{ lines: 3 }]);
  });
});
