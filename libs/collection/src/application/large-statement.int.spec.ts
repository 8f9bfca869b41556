import { fen, parseCivilDate } from '@fajiao/kernel';
import { statements } from '../domain/statement/statement';
import { at } from '../spec-support/samples.fixture.spec';
import { bankAt, Crash, dyingAt, Stage } from '../spec-support/stage.fixture.spec';

const date = parseCivilDate('2024-04-12');
const evening = bankAt('bank-a', at('2024-04-12 20:00'));
const stateOf = async (stage: Stage) => (await stage.process.deps.handler.load(statements, `bank-a-${date}`)).state;

describe('a statement that is too large for one append', () => {
  const lines = Array.from({ length: 2_050 }, (_, i) => ({ reference: `L${i}`, fen: -1 - i }));
  const statement = { bank: 'bank-a', date, lines };

  it('is taken in and reconciled to the last line', async () => {
    const stage = new Stage();
    expect((await stage.process.messages.statement(statement, evening)).outcome).toBe('accepted');
    await stage.settle();
    expect(await stateOf(stage)).toMatchObject({
      ...{ stored: 2_050, sorted: 2_050, reconciledAt: evening.now },
      buckets: [{ bucket: 'reversal-of-unknown', lines: 2_050, fen: fen(-(2_050 * 2_051) / 2) }],
    });
  });

  it('goes on where it was when the process died in between', async () => {
    const stage = new Stage(dyingAt(2, 'after'));
    await expect(stage.process.messages.statement(statement, evening)).rejects.toThrow(Crash);
    stage.restart();
    expect((await stateOf(stage)).stored).toBe(1_600);
    expect((await stage.process.messages.statement(statement, evening)).outcome).toBe('accepted');
    expect(await stateOf(stage)).toMatchObject({ stored: 2_050, conflicts: 0 });
    expect(stage.log.events.filter(({ type }) => type === 'StatementReceived')).toHaveLength(1);
  });

  it('may be made of the longest lines that there are', async () => {
    const longest = [
      ...Array.from({ length: 850 }, () => '💴'.repeat(400)),
      ...Array.from({ length: 850 }, (_, i) => ({
        reference: `${i}${'水'.repeat(40)}`,
        fen: -999_999_999_999,
        reverses: '水'.repeat(42),
        code: '"'.repeat(64),
      })),
    ];
    const stage = new Stage();
    const receipt = await stage.process.messages.statement({ bank: 'bank-a', date, lines: longest }, evening);
    expect(receipt.outcome).toBe('accepted');
    expect((await stateOf(stage)).stored).toBe(1_700);
  });
});
