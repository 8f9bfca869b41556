import { fen, parseCivilDate } from '@fajiao/kernel';
import { collectionHost } from './read/collection.host';
import { type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const EVENING = at('2024-04-12 20:00');
const served = parseCivilDate('2024-04-08');

describe('what the finance clerk sees of all fines and banks', () => {
  let stage: HttpStage;
  const ask = (path: string, now = EVENING) => stage.ask(path, 'clerk-1', { at: now });
  const file = (path: string) => stage.download(path, 'clerk-1', { at: EVENING });

  beforeAll(async () => {
    stage = await httpStage();
    for (const [name, party] of [
      ['one', '=1+1'],
      ['two', '示例有限公司'],
    ] as const)
      await stage.handOver(
        handedOver({
          ...{ fineId: idOf(name), caseId: idOf(`case ${name}`), documentNumber: name, fineFen: fen(100_000) },
          ...{ servedOn: served, decidedOn: served },
          party: {
            kind: 'organisation',
            name: party,
            unifiedSocialCreditCode: '91140922MA0K12ABXT',
            legalRepresentative: '某',
          },
        }),
        at('2024-04-08 15:00'),
      );
    await stage.settled();
    const { body } = await ask(`/fines/${idOf('one')}`);
    const pay = (bank: 'bank-a' | 'bank-b', reference: string, amount: number, day: string) =>
      stage.send(
        'payments',
        { reference, code: String(body['paymentCode']), fen: amount, paidAt: `${day}T10:00:00+08:00` },
        { at: EVENING, bank },
      );
    await pay('bank-a', 'A1', 30_000, '2024-04-11');
    await pay('bank-a', 'A2', 20_000, '2024-04-12');
    await pay('bank-b', 'B1', 1_000, '2024-04-12');
    await stage.send(
      'reversals',
      { reference: 'R1', reverses: 'A2', fen: 20_000, reversedAt: '2024-04-12T11:00:00+08:00' },
      { at: EVENING },
    );
    await stage.send(
      'statements',
      {
        date: '2024-04-11',
        lines: [
          { reference: 'A1', fen: 30_000 },
          { reference: '@x', fen: 5 },
        ],
      },
      { at: EVENING },
    );
    await stage.settled();
  });
  afterAll(() => stage.close());

  const sums = (items: unknown) =>
    (
      items as {
        bank: string | null;
        period: string | null;
        payments: number;
        paid: { fen: number };
        reversed: { fen: number };
        listed: { fen: number };
      }[]
    ).map(({ bank, period, payments, paid, reversed, listed }) => [
      bank,
      period,
      payments,
      paid.fen,
      reversed.fen,
      listed.fen,
    ]);

  it('is summed by day, by bank and by month', async () => {
    const range = 'from=2024-04-01&through=2024-04-30';
    expect(sums((await ask(`/totals?by=day&${range}`)).body['items'])).toEqual([
      [null, '2024-04-11', 2, 30_005, 0, 30_005],
      [null, '2024-04-12', 2, 21_000, -20_000, 0],
    ]);
    expect(sums((await ask(`/totals?by=bank&${range}`)).body['items'])).toEqual([
      ['bank-a', null, 3, 50_005, -20_000, 30_005],
      ['bank-b', null, 1, 1_000, 0, 0],
    ]);
    expect(sums((await ask(`/totals?by=month&${range}&bank=bank-a`)).body['items'])).toEqual([
      ['bank-a', '2024-04', 3, 50_005, -20_000, 30_005],
    ]);
  });

  it('is owed for so long', async () => {
    const ages = async (now: string) =>
      (
        (await ask(`/arrears?on=${now}`)).body['ages'] as {
          fromDay: number | null;
          fines: number;
          owed: { fen: number };
        }[]
      )
        .filter(({ fines }) => fines > 0)
        .map(({ fromDay, fines, owed }) => [fromDay, fines, owed.fen]);
    expect(await ages('2024-04-20')).toEqual([[null, 2, 169_000]]);
    expect(await ages('2024-05-10')).toEqual([[1, 2, 169_000]]);
    expect(await ages('2024-07-01')).toEqual([[31, 2, 169_000]]);
    expect(await ages('2025-07-01')).toEqual([[366, 2, 169_000]]);
  });

  it('is told once a month, by bank', async () => {
    const { body } = await ask('/monthly-statements/bank-a/2024-04');
    expect(body).toMatchObject({
      ...{
        authority: { name: '示例县文化和旅游局' },
        bank: 'bank-a',
        month: '2024-04',
        lines: 2,
        sum: { fen: 30_005 },
      },
      days: [{ day: '2024-04-11', lines: 2, reconciled: true }],
      buckets: [
        { bucket: 'suspended.unknown-code', lines: 1 },
        { bucket: 'matched', lines: 1, sum: { fen: 30_000 } },
      ],
    });
    expect((await ask('/monthly-statements/bank-a/2024-13')).status).toBe(404);
  });

  it('goes into a spreadsheet that runs none of it', async () => {
    const fines = await file('/exports/fines.csv');
    expect(fines.headers.get('content-type')).toContain('text/csv');
    expect(fines.text).toContain(`one,'=1+1,`);
    expect(fines.text.split('\r\n')).toHaveLength(4);
    const lines = await file('/exports/statements/bank-a/2024-04-11/lines.csv');
    expect(lines.text).toContain(`\r\n2,'@x,0.05,suspended.unknown-code,`);
    expect((await file('/exports/worklist.csv')).text).toContain('unknown-code');
    expect((await stage.download('/exports/fines.csv', 'officer-1', { at: EVENING })).status).toBe(403);
  });

  it('never tells amounts by officer, in no answer and in no table (APL-74)', () => {
    const words = /officer|investigator|decidedBy|执法人员|办案人员/i;
    const document = stage.document();
    const names = [
      ...Object.keys(document.paths),
      ...namesIn(document.components?.schemas ?? {}),
      ...parametersOf(document.paths),
    ];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => words.test(name))).toEqual([]);
    for (const { tables } of collectionHost.projections) expect(tables).not.toMatch(words);
  });

  const namesIn = (value: object): string[] =>
    Object.entries(value).flatMap(([name, entry]: [string, unknown]) =>
      typeof entry === 'object' && entry !== null ? [name, ...namesIn(entry)] : [name],
    );
  const parametersOf = (paths: object): string[] =>
    [...JSON.stringify(paths).matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name ?? '');
});
