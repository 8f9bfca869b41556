import type { DomainEvent } from '@fajiao/kernel';
import type { Projection } from '@fajiao/projections';
import { DataSource } from 'typeorm';
import { type ProjectionStage, projectionStage } from '../../../../test/support/projections';
import { dayFines, dayMessages, handOverDayFines, lateCallbacks } from '../spec-support/small-day.fixture.spec';
import { Stage } from '../spec-support/stage.fixture.spec';
import { BankDays } from './bank-days.queries';
import { collectionBankDays } from './collection-bank-days.projection';
import { collectionFines } from './collection-fines.projection';
import { collectionEntities, collectionHost } from './collection.host';
import { parseCivilDate } from '@fajiao/kernel';
import { at } from '../spec-support/samples.fixture.spec';

describe('the tables of the collecting side', () => {
  const stage = new Stage();
  let tables: ProjectionStage;
  let dataSource: DataSource;
  beforeAll(async () => {
    tables = await projectionStage(collectionHost);
    dataSource = await new DataSource({ ...tables.dataSource.options, entities: collectionEntities }).initialize();
    await handOverDayFines(stage);
    await stage.settle();
    for (const send of [...dayMessages, ...lateCallbacks]) {
      await send(stage.process.messages);
      await stage.settle();
    }
  });
  afterAll(async () => {
    await dataSource.destroy();
    await tables.close();
  });

  /** Applies the whole history. */
  async function apply<E extends DomainEvent>(projection: Projection<E>): Promise<void> {
    await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL search_path TO ${projection.name}`);
      for (const event of stage.log.events) {
        if (!Object.hasOwn(projection.schemas, event.type) || event.stream.startsWith('case-')) continue;
        const fact = stage.codec.decode<E>(event, projection.schemas);
        await projection.apply({ ...fact, stream: event.stream, position: event.position }, manager);
      }
    });
  }
  const rowsOf = (table: string): Promise<Record<string, unknown>[]> =>
    dataSource.query(`SELECT * FROM ${table} AS row ORDER BY row::text`);

  it('say of each fine what its stream says', async () => {
    await apply(collectionFines);
    const rows = await rowsOf('collection_fines.fine');
    const views = await Promise.all(
      dayFines.map(({ fineId }) => stage.process.fines.read(fineId, at('2024-04-13 09:00'))),
    );
    const summary = rows.map(({ fine_id, state, payment_code, received_fen, held_fen, surcharge_fen, paid_on }) => ({
      ...{ fine_id, state, payment_code, received: Number(received_fen), held: Number(held_fen) },
      ...{ surcharge: Number(surcharge_fen), paid_on },
    }));
    const expected = views.map((view) => ({
      ...{ fine_id: view?.fineId, state: view?.state, payment_code: view?.paymentCode },
      received: (view?.paid?.fen ?? 0) + (view?.overpaid?.fen ?? 0),
      ...{ held: view?.overpaid?.fen, surcharge: view?.surcharge?.fen, paid_on: expect.anything() as unknown },
    }));
    expect(summary).toHaveLength(3);
    expect(summary).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['fines', collectionFines, 'collection_fines.fine'],
    ['bank days', collectionBankDays, 'collection_bank_days.bank_message'],
  ] as const)('come to the same when the events of %s are applied twice', async (_, projection, table) => {
    await apply<DomainEvent>(projection);
    const once = await rowsOf(table);
    expect(once.length).toBeGreaterThan(0);
    await apply<DomainEvent>(projection);
    expect(await rowsOf(table)).toEqual(once);
  });

  it('list the callbacks that no statement knows of', async () => {
    await apply(collectionBankDays);
    const days = new BankDays(dataSource);
    const day = parseCivilDate('2024-04-12');
    expect((await days.missing('bank-a', day)).result).toEqual({ count: 0, items: [] });
    await dataSource.query(
      `UPDATE collection_bank_days.bank_message SET listed_on = NULL WHERE reference IN ('P1', 'R1', 'P4')`,
    );
    // P4 was paid on the day before, as its callback says.
    expect((await days.missing('bank-a', day)).result).toEqual({
      count: 2,
      items: [
        { reference: 'P1', kind: 'payment', fen: 100_000 },
        { reference: 'R1', kind: 'reversal', fen: -100_000 },
      ],
    });
  });
});
