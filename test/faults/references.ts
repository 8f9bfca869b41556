/**
 * `npm run faults:references [-- REFERENCES [SEED]]`: payments under 20,000 references, each told ten times in a shuffled
 * order over 64 connections, while the app and PostgreSQL are killed in between; then the same references on statements,
 * while the app is killed again. Every reference has to be one credit. Exits with 1 where one is not.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { csvFile } from '../support/bank-kit/files';
import { signatureOf } from '../support/bank-kit/signed';
import { Client } from '../support/case-history/client';
import { BANKS, type KillableSystem, startKillableSystem } from '../support/killable-system';
import { rowsOf } from '../support/migrated-database';
import { type PrivateServer, privateServer } from '../support/postgres';
import { inLanes } from './load';

const DELIVERIES = 10;
const CONNECTIONS = 64;
const PAYMENTS_A_FINE = 20;
const FEN = 5_000;
const DAY = '2024-04-12';
const NOON = `${DAY}T12:00:00+08:00`;
const EVENING = `${DAY}T20:00:00+08:00`;
const PATIENCE_MS = 900_000;
const ONE_ATTEMPT_MS = 60_000;

export interface Figures {
  readonly references: number;
  readonly deliveries: number;
  /** Sent again, because nobody answered or the answer said so. */
  readonly repeated: number;
  readonly kills: number;
  readonly seed: number;
  readonly faults: readonly string[];
}

export async function referencesOnce(references: number, seed: number): Promise<Figures> {
  const database = await privateServer();
  try {
    const system = await startKillableSystem({ databaseUrl: database.adminUrl });
    try {
      return await new Campaign(database, system, references, seed).run();
    } finally {
      await system.stop();
    }
  } finally {
    await database.drop();
  }
}

class Campaign {
  private repeated = 0;
  private delivered = 0;
  private kills = 0;
  private readonly answers = new Map<number, string>();
  private readonly faults: string[] = [];
  private codes: readonly string[] = [];

  constructor(
    private readonly database: PrivateServer,
    private readonly system: KillableSystem,
    private readonly references: number,
    private readonly seed: number,
  ) {}

  async run(): Promise<Figures> {
    this.codes = await this.openFines();
    const deliveries = shuffled(
      Array.from({ length: this.references * DELIVERIES }, (_, i) => i % this.references),
      this.seed,
    );
    const killer = this.killBetween([
      [deliveries.length / 4, 'app'],
      [deliveries.length / 2, 'database'],
      [(deliveries.length * 3) / 4, 'app'],
    ]);
    await inLanes(deliveries, CONNECTIONS, (n) => this.deliver(n));
    await killer;
    const statements = inLanes(BANKS, 4, (bank) => this.sendStatement(bank));
    await sleep(1_000);
    await this.kill('app');
    await statements;
    await this.settled();
    return {
      ...{ references: this.references, deliveries: deliveries.length, repeated: this.repeated, kills: this.kills },
      ...{ seed: this.seed, faults: [...this.faults, ...(await this.broken())] },
    };
  }

  /** As many as are paid off exactly. @returns their payment codes */
  private async openFines(): Promise<readonly string[]> {
    const client = new Client(this.system);
    const count = Math.ceil(this.references / PAYMENTS_A_FINE);
    await inLanes(
      Array.from({ length: count }, (_, n) => n),
      8,
      async (n) => {
        const data = {
          ...{ fineId: randomUUID(), caseId: randomUUID(), documentNumber: `references-${n}` },
          ...{ decidedOn: '2024-04-08', servedOn: '2024-04-08', surchargeStated: true },
          ...{ fineFen: FEN * PAYMENTS_A_FINE, confiscatedGainsFen: 0 },
          party: { kind: 'citizen', name: '示例当事人', citizenId: '140922199001010019' },
        };
        await client.demonstrate('/dev/contract-events', { type: 'FineHandedOver', data }, '2024-04-08T15:00:00+08:00');
      },
    );
    await this.settled();
    const rows = await rowsOf<{ code: string }>(
      this.database.adminUrl,
      'SELECT payment_code AS code FROM collection_fines.fine ORDER BY 1',
    );
    return rows.map(({ code }) => code);
  }

  /** One delivery, sent until it is answered; every answer to one reference has to be the same. */
  private async deliver(n: number): Promise<void> {
    const body = JSON.stringify({
      ...{ reference: `S${n}`, code: this.codes[n % this.codes.length], fen: FEN },
      paidAt: `${DAY}T10:00:00+08:00`,
    });
    const answer = await this.send(bankOf(n), 'payments', body, { 'content-type': 'application/json' }, NOON);
    const first = this.answers.get(n);
    if (first === undefined) this.answers.set(n, answer);
    else if (first !== answer) this.faults.push(`S${n} is answered ${answer}, before ${first}`);
    this.delivered += 1;
  }

  private async sendStatement(bank: string): Promise<void> {
    const own = Array.from({ length: this.references }, (_, n) => n).filter((n) => bankOf(n) === bank);
    if (own.length === 0) return;
    const lines = own.map((n) => ({ reference: `S${n}`, fen: FEN }));
    const file = csvFile({ bank, date: DAY, lines }).toString();
    await this.send(bank, 'statement-files', file, { 'content-type': 'text/csv' }, EVENING);
    await this.send(bank, 'statement-files', file, { 'content-type': 'text/csv' }, EVENING);
  }

  /** @throws Error when it is refused, or answered by nobody for too long */
  private async send(
    bank: string,
    noun: string,
    body: string,
    headers: Readonly<Record<string, string>>,
    at: string,
  ): Promise<string> {
    const id = `msg_${randomUUID()}`;
    for (const giveUp = Date.now() + PATIENCE_MS; Date.now() < giveUp; await sleep(20 + Math.random() * 200)) {
      const timestamp = Math.floor(Date.now() / 1000);
      const signature = signatureOf(this.system.bankSecret(bank) ?? '', id, timestamp, body);
      const response = await fetch(`${this.system.urls.collection}/collection/v1/bank-callbacks/${bank}/${noun}`, {
        method: 'POST',
        headers: {
          ...headers,
          ...{ 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature },
          'fajiao-demo-time': at,
        },
        body,
        signal: AbortSignal.timeout(ONE_ATTEMPT_MS),
      }).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (response?.status === 201 && text !== undefined) return text;
      if (response && response.status !== 503 && text !== undefined)
        throw new Error(`${noun} of ${bank}: ${response.status} ${text}`);
      this.repeated += 1;
    }
    throw new Error(`${noun} of ${bank} is not answered`);
  }

  private async killBetween(plan: readonly (readonly [number, 'app' | 'database'])[]): Promise<void> {
    for (const [at, victim] of plan) {
      while (this.delivered < at) await sleep(5);
      await this.kill(victim);
    }
  }

  private async kill(victim: 'app' | 'database'): Promise<void> {
    this.kills += 1;
    if (victim === 'app') {
      await this.system.kill();
      await this.system.restart();
    } else {
      this.database.kill();
      await this.database.restart();
    }
  }

  private async settled(): Promise<void> {
    for (const giveUp = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      const answer = await fetch(this.system.settledUrls[0] ?? '').catch(() => undefined);
      if (answer?.status === 200) return;
      if (Date.now() > giveUp) throw new Error('the policies do not come to an end');
    }
  }

  /** Asked of the store itself. */
  private async broken(): Promise<string[]> {
    const [found] = await rowsOf<Record<string, string>>(this.database.adminUrl, COUNTS);
    const due: Readonly<Record<string, number>> = {
      ...{ reported: this.references, streams: this.references, applied: this.references, credited: this.references },
      ...{ fen: this.references * FEN, listed: this.references, confirmed: this.references, matched: this.references },
      ...{ conflicts: 0, suspended: 0, held: 0, open: 0, parked: 0 },
    };
    return Object.entries(due).flatMap(([what, count]) =>
      Number(found?.[what]) === count ? [] : [`${what}: ${found?.[what]}, not ${count}`],
    );
  }
}

const COUNTS = `WITH told AS (SELECT stream, type, convert_from(data, 'UTF8')::jsonb AS data FROM events.event
    WHERE stream LIKE 'payment-%' OR stream LIKE 'fine-%' OR stream LIKE 'statement-%' OR stream LIKE 'suspense-%')
  SELECT count(*) FILTER (WHERE type = 'PaymentReported') AS reported,
    count(DISTINCT stream) FILTER (WHERE type = 'PaymentReported') AS streams,
    count(*) FILTER (WHERE type = 'PaymentApplied') AS applied,
    count(DISTINCT (data->>'bank', data->>'reference')) FILTER (WHERE type = 'PaymentApplied') AS credited,
    sum((data->>'fen')::bigint) FILTER (WHERE type = 'PaymentApplied') AS fen,
    count(*) FILTER (WHERE type = 'PaymentListed') AS listed,
    count(*) FILTER (WHERE type = 'PaymentConfirmed') AS confirmed,
    coalesce(sum(jsonb_array_length(data->'lines')) FILTER (WHERE type = 'LinesMatched'), 0) AS matched,
    count(*) FILTER (WHERE type LIKE '%ConflictRecorded') AS conflicts,
    count(*) FILTER (WHERE type = 'PaymentSuspended') AS suspended,
    count(*) FILTER (WHERE type = 'OverpaymentHeld') AS held,
    (SELECT count(*) FROM collection_fines.fine WHERE state <> 'settled') AS open,
    (SELECT count(*) FROM projection.parked) AS parked
  FROM told`;

const bankOf = (n: number): string => BANKS[n % BANKS.length] ?? '';

/** The same order for the same seed (mulberry32). */
function shuffled(items: readonly number[], seed: number): number[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all;
}

async function main(references: number, seed: number): Promise<void> {
  const { faults, ...figures } = await referencesOnce(references, seed);
  console.log(JSON.stringify(figures));
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(faults.length === 0 ? `exactly ${references} credits` : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (require.main === module) void main(Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? Date.now() % 1e9));
