import fc from 'fast-check';
import { account, codec, commandOf, move, policy } from './account.fixture.spec';
import type { Done, Refused } from './command';
import { CommandHandler } from './command-handler';
import { OutcomeUnknown, StoreUnavailable, VersionConflict } from './errors';
import { type Fault, FaultyStore } from './faulty-store.fixture.spec';
import { memoryEventStore, type MemoryEventStore } from './memory/memory-event-store';
import { MemoryLog } from './memory/memory-log';
import type { Account, AccountEvent } from './account.fixture.spec';

type Answer = Done<Account, AccountEvent> | Refused<Account>;

interface Sending {
  /** Which of a few commands; the same one may be sent more than once, to different processes. */
  readonly command: number;
  readonly process: number;
  readonly stream: string;
}

const faults = fc.array(
  fc.constantFrom<Fault>(
    'none',
    'none',
    'answer-lost',
    'never-arrived',
    'arrives-late',
    'unavailable',
    'written-but-conflict',
  ),
  { maxLength: 6 },
);
const sendings = fc.array(
  fc.record<Sending>({
    command: fc.nat(7),
    process: fc.nat(2),
    stream: fc.constantFrom('1', '2'),
  }),
  { minLength: 1, maxLength: 24 },
);

// Even commands put two units, odd ones take three; every fourth is a policy's.
const unitsOf = (command: number): number => (command % 2 === 0 ? 2 : -3);
const commandNo = ({ command, stream }: Sending) =>
  commandOf(`${stream}/${command}`, command % 4 === 3 ? { actor: policy } : {});

/** As a client does: sends the command again until the answer is certain. */
async function send(handler: CommandHandler, sending: Sending): Promise<Answer> {
  for (;;) {
    try {
      const decide = move(unitsOf(sending.command));
      return await handler.execute(account, sending.stream, commandNo(sending), decide, { opening: true });
    } catch (error) {
      const again =
        error instanceof OutcomeUnknown || error instanceof StoreUnavailable || error instanceof VersionConflict;
      if (!again) throw error;
    }
  }
}

describe('CommandHandler under faults', () => {
  it('each accepted command has its events in the stream exactly once, however processes, twins and faults interleave', async () => {
    await fc.assert(
      fc.asyncProperty(sendings, fc.array(faults, { minLength: 3, maxLength: 3 }), async (sent, faultsOf) => {
        const log = new MemoryLog();
        const memory = memoryEventStore({ log });
        const handlers = faultsOf.map(
          (list) => new CommandHandler(new FaultyStore(memory, [...list]), codec, { retries: 1 }),
        );
        const answers = await Promise.all(
          sent.map((sending) => send(handlers[sending.process] ?? new CommandHandler(memory, codec), sending)),
        );
        await new Promise((resolve) => setTimeout(resolve, 40)); // what arrives late has arrived
        for (const stream of ['1', '2']) await expectOnce(memory, stream, sent, answers);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

async function expectOnce(
  memory: MemoryEventStore,
  stream: string,
  sent: readonly Sending[],
  answers: readonly Answer[],
) {
  const history = await new CommandHandler(memory, codec).history(account, stream);
  const commands = history.map((fact) => fact.meta.commandId);
  for (const [i, sending] of sent.entries()) {
    const answer = answers[i];
    if (sending.stream !== stream || !answer?.done) continue;
    const { id } = commandNo(sending);
    expect(answer.facts.map((fact) => fact.type)).toEqual(['Moved', 'Noted']);
    expect(history.filter((fact) => fact.meta.commandId === id)).toEqual(answer.facts);
  }
  // Two by two, none in between, and none that nobody was told of.
  const told = sent
    .filter((sending, i) => sending.stream === stream && answers[i]?.done)
    .map((sending) => commandNo(sending).id);
  expect(commands).toEqual(commands.filter((_, i) => i % 2 === 0).flatMap((id) => [id, id]));
  expect([...new Set(commands)].sort()).toEqual([...new Set(told)].sort());
  expect(new Set(commands).size).toBe(commands.length / 2);

  let units = 0;
  for (const fact of history) {
    if (fact.type === 'Moved') units += fact.data.units;
    expect(units).toBeGreaterThanOrEqual(0);
  }
}
