import { fines, paymentCodes, payments } from '@fajiao/collection';
import { Codec, type EventSchemas, type JsonObject } from '@fajiao/event-store';
import { type DomainEvent, type FactMeta, fen, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { loadRulebook, paymentCode } from '@fajiao/rulebook';
import { Client } from 'pg';
import { BANK, DAY, FINE_FEN, type Plan } from './plan';

const rulebook = loadRulebook();
const SERVED = parseCivilDate('2024-04-08');
const AT = parseInstant(`${DAY}T10:00:00+08:00`);

/** The payment code of payment n's fine. */
export const seedCode = (n: number): string => paymentCode(rulebook.profile.paymentCode, 2024, n);

// Stand for what differs from payment to payment; SQL puts it in.
const [FINE, CODE, REFERENCE] = ['00000000-0000-4000-8000-00000000f19e', '@code@', '@reference@'];
const AMOUNT = 111_111_111;

interface Template {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const plain = new Codec({
  seal: (_subject, _place, text) => text,
  open: (_subject, _place, text) => text,
});

/** An event with placeholders, encoded as the store has it; a name is not sealed, because a seal fits one event alone. */
function template<E extends DomainEvent>(category: string, schemas: EventSchemas<E>, event: E): Template {
  const open = Object.fromEntries(
    Object.entries<EventSchemas<E>[E['type']]>(schemas).map(([type, schema]) => [type, { ...schema, personal: [] }]),
  ) as object as EventSchemas<E>;
  const meta: FactMeta = {
    ...{ context: 'collection', actor: { id: 'policy:seed', roles: [] }, occurredAt: AT, recordedAt: AT },
    ...{ commandId: FINE, commandHash: '', correlationId: FINE, causationId: FINE },
    rulebook: { profile: rulebook.profile.id, version: rulebook.version },
  };
  const [encoded] = plain.encode(`${category}-x`, [event], meta, open);
  if (!encoded) throw new Error('nothing was encoded');
  return { type: event.type, data: encoded.data, metadata: encoded.metadata };
}

const amount = fen(AMOUNT);
const of = { bank: BANK, reference: REFERENCE };
const fineEvent = (event: DomainEvent): Template =>
  template(fines.category, fines.schemas as EventSchemas<DomainEvent>, event);

const imposed = fineEvent({
  type: 'FineImposed',
  data: {
    ...{ fineId: FINE, caseId: FINE, documentNumber: 'seed', decidedOn: SERVED, servedOn: SERVED },
    ...{ fineFen: fen(FINE_FEN), confiscatedGainsFen: fen(0), surchargeStated: true },
    party: { kind: 'citizen', name: '示例当事人', citizenId: '140922199001010019' },
  },
});
const issued = fineEvent({ type: 'PaymentCodeIssued', data: { code: CODE, instalment: 1, plan: 0 } });
const applied = fineEvent({ type: 'PaymentApplied', data: { ...of, fen: amount, paidAt: AT } });
const paid = fineEvent({ type: 'FinePaid', data: { paidFen: fen(FINE_FEN), surchargeFen: fen(0), paidOn: DAY } });
const held = fineEvent({ type: 'OverpaymentHeld', data: { heldFen: fen(500) } });
const cancelled = fineEvent({ type: 'FineCancelled', data: { reason: 'revoked', cancelledOn: SERVED } });
const reserved = template(paymentCodes.category, paymentCodes.schemas as EventSchemas<DomainEvent>, {
  type: 'CodeReserved',
  data: { code: CODE, fineId: FINE, instalment: 1, attempt: 0, plan: 0 },
});
const reported = template(payments.category, payments.schemas as EventSchemas<DomainEvent>, {
  type: 'PaymentReported',
  data: { ...of, code: CODE, fen: amount, paidAt: AT, via: 'callback' } satisfies JsonObject,
});

/** What stands in the store of a payment of each sort before the statement comes. */
const SORTS: Readonly<Record<string, readonly Template[]>> = {
  paid: [imposed, issued, applied, paid],
  overpaid: [imposed, issued, applied, paid, held],
  unpaid: [imposed, issued],
  cancelled: [imposed, issued, cancelled],
};

const sortOf = (plan: Plan, n: number): string | undefined => {
  switch (plan.kindOf(n)) {
    case 'matched':
    case 'amount-differs':
    case 'unknown-to-bank':
      return 'paid';
    case 'matched-with-overpayment':
      return 'overpaid';
    case 'callback-missing':
      return 'unpaid';
    case 'suspended.fine-cancelled':
      return 'cancelled';
    default:
      return undefined;
  }
};

/**
 * Puts fines, codes and callbacks of a day into the store as their acts would have: with one statement for all, because a
 * million of them over HTTP would take a day. Content hashes are left as those of the pattern; nobody here reads them.
 */
export async function seed(adminUrl: string, plan: Plan): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CREATE TEMPORARY TABLE seed (n integer, code text, sort text, fen bigint)');
    for (let from = 0; from < plan.payments; from += 20_000) await client.query(FILL, fill(plan, from));
    await client.query('ANALYZE seed');
    for (const [sort, events] of Object.entries(SORTS)) {
      await write(client, sort, `'fine-' || ${FINE_ID}`, events);
      await write(client, sort, `'paymentCode-' || code`, [reserved]);
      if (sort === 'paid' || sort === 'overpaid') await write(client, sort, `'payment-${BANK}-L' || n`, [reported]);
    }
    await client.query(CALLBACKS);
    await client.query(`UPDATE projection.checkpoint SET position =
      (SELECT store_id FROM events.store_id()) || ':' || lpad((SELECT max(number) FROM events.event)::text, 20, '0')`);
    await client.query('ANALYZE events.event; ANALYZE events.stream');
  } finally {
    await client.end();
  }
}

const FILL = 'INSERT INTO seed SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::bigint[])';
const FINE_ID = `md5('fine' || n)::uuid`;

function fill(plan: Plan, from: number): unknown[] {
  const rows = Array.from({ length: Math.min(20_000, plan.payments - from) }, (_, i) => from + i).flatMap((n) => {
    const sort = sortOf(plan, n);
    return sort === undefined ? [] : [{ n, sort, fen: sort === 'overpaid' ? FINE_FEN + 500 : FINE_FEN }];
  });
  return [
    rows.map(({ n }) => n),
    rows.map(({ n }) => seedCode(n)),
    rows.map(({ sort }) => sort),
    rows.map((row) => row.fen),
  ];
}

async function write(client: Client, sort: string, stream: string, events: readonly Template[]): Promise<void> {
  const last = events.length - 1;
  await client.query(`INSERT INTO events.stream (name, revision) SELECT ${stream}, $1 FROM seed WHERE sort = $2`, [
    last,
    sort,
  ]);
  const filled = (column: string): string =>
    `replace(replace(replace(replace(${column}, '${FINE}', ${FINE_ID}::text), '${CODE}', code), '${REFERENCE}', 'L' || n),
      '${AMOUNT}', fen::text)`;
  await client.query(
    `INSERT INTO events.event (stream, revision, batch_end, id, type, data, metadata)
     SELECT ${stream}, place - 1, $1, md5(${stream} || place)::uuid, type,
       convert_to(${filled('data')}, 'UTF8'), convert_to(metadata, 'UTF8')
     FROM seed, unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS pattern (type, data, metadata, place)
     WHERE sort = $5`,
    [
      last,
      events.map(({ type }) => type),
      events.map(({ data }) => data),
      events.map(({ metadata }) => metadata),
      sort,
    ],
  );
}

/** The rows that the projection of bank days has made of the callbacks. */
const CALLBACKS = `INSERT INTO collection_bank_days.bank_message (bank, reference, kind, fen, day, by_callback)
  SELECT '${BANK}', 'L' || n, 'payment', fen, '${DAY}', true FROM seed WHERE sort IN ('paid', 'overpaid')`;
