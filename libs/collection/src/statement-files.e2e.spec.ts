import { setTimeout as sleep } from 'node:timers/promises';
import { fen, parseCivilDate } from '@fajiao/kernel';
import { camtFile, csvFile, type FileContent, type FileLine } from '../../../test/support/bank-kit/files';
import { type Answer, type HttpStage, httpStage, idOf } from './spec-support/http-stage.fixture.spec';
import { at, handedOver } from './spec-support/samples.fixture.spec';

const served = parseCivilDate('2024-04-08');
const EVENING = at('2024-04-12 20:00');
const DAY = '2024-04-12';
const csv = { 'content-type': 'text/csv' };

describe('a statement as a file', () => {
  let stage: HttpStage;
  const codes: string[] = [];

  /** A stage with three fines of 1,000 yuan, one of them paid by callback. */
  beforeEach(async () => {
    stage = await httpStage();
    codes.length = 0;
    for (const name of ['one', 'two', 'three']) {
      const ids = { fineId: idOf(name), caseId: idOf(`case ${name}`), documentNumber: name };
      await stage.handOver(
        handedOver({ ...ids, servedOn: served, decidedOn: served, fineFen: fen(100_000) }),
        at('2024-04-08 15:00'),
      );
    }
    await stage.settled();
    for (const name of ['one', 'two', 'three'])
      codes.push(String((await stage.ask(`/fines/${idOf(name)}`, 'clerk-1', { at: EVENING })).body['paymentCode']));
    const paid = { reference: 'A1', code: codes[0], fen: 100_000, paidAt: '2024-04-12T10:00:00+08:00' };
    await stage.send('payments', paid, { at: EVENING });
    await stage.settled();
  });
  afterEach(() => stage.close());

  const lines = (): FileLine[] => [
    { reference: 'A1', fen: 100_000 },
    { reference: 'A2', fen: 100_000, code: codes[1]! },
    { reference: 'A3', fen: 70_000, code: '99999999999999999999' },
    { reference: 'A1', fen: 100_000 },
    { reference: 'A4', fen: -500, reverses: 'A0' },
  ];
  const content = (change: Partial<FileContent> = {}): FileContent => ({
    ...{ bank: 'bank-a', date: DAY, lines: lines() },
    ...change,
  });
  const send = (file: Uint8Array | string, query = '', headers: Record<string, string> = csv): Promise<Answer> =>
    stage.send(`statement-files${query}`, file, { at: EVENING, headers });
  const read = (rest = '') => stage.ask(`/statements/bank-a/${DAY}${rest}`, 'clerk-1', { at: EVENING });
  const buckets = async (rest = '') =>
    Object.fromEntries(
      ((await read(rest)).body['buckets'] as { bucket: string; lines: number; sum: { fen: number } }[]).map((one) => [
        one.bucket,
        [one.lines, one.sum.fen],
      ]),
    );

  const BUCKETS = {
    'duplicate-line': [1, 100_000],
    'reversal-of-unknown': [1, -500],
    'suspended.unknown-code': [1, 70_000],
    'callback-missing': [1, 100_000],
    matched: [1, 100_000],
  };

  it.each<[string, (content: FileContent) => Uint8Array]>([
    ['CSV in UTF-8', (file) => csvFile(file)],
    ['CSV in GB18030', (file) => csvFile(file, 'gb18030')],
    ['camt.053 in UTF-8', (file) => camtFile(file)],
    ['camt.053 in GB18030', (file) => camtFile(file, 'gb18030')],
  ])('in %s ends line by line in its bucket, and settles what it proves', async (_, make) => {
    const answer = await send(make(content()));
    expect([answer.status, answer.body]).toEqual([
      201,
      expect.objectContaining({
        bank: 'bank-a',
        date: DAY,
        lines: 5,
        malformed: 0,
        sum: { currency: 'CNY', fen: 369_500 },
      }),
    ]);
    await stage.settled();
    expect(await buckets()).toEqual(BUCKETS);
    expect((await read()).body).toMatchObject({ stored: 5, sorted: 5, controlSum: { fen: 369_500 } });
    for (const [name, state] of [
      ['one', 'settled'],
      ['two', 'settled'],
      ['three', 'open'],
    ])
      expect((await stage.ask(`/fines/${idOf(name!)}`, 'clerk-1', { at: EVENING })).body).toMatchObject({ state });
  });

  it('tells of each line which rules were tried, and what the one that fits rests on', async () => {
    await send(csvFile(content()));
    await stage.settled();
    const { body } = await read('/lines?bucket=duplicate-line');
    expect(body['items']).toEqual([
      expect.objectContaining({
        ...{ line: 4, reference: 'A1', bucket: 'duplicate-line', because: { statementDate: DAY, line: 1 } },
        tried: [
          { bucket: 'malformed', fits: false },
          { bucket: 'duplicate-line', fits: true },
        ],
      }),
    ]);
    const pages = await read('/lines?limit=2');
    expect(pages.body['items']).toHaveLength(2);
    expect((await read(`/lines?limit=2&cursor=${String(pages.body['next'])}`)).body['items']).toHaveLength(2);
  });

  it('changes nothing when it comes again, by whichever format or way', async () => {
    const first = await send(csvFile(content()));
    await stage.settled();
    const before = stage.log.events.length;
    expect((await send(csvFile(content()))).body).toEqual(first.body);
    expect((await send(camtFile(content()))).status).toBe(201);
    expect((await send(csvFile(content(), 'gb18030'))).status).toBe(201);
    expect((await stage.send('statements', { date: DAY, lines: lines() }, { at: EVENING })).status).toBe(201);
    expect((await upload(csvFile(content()))).status).toBe(201);
    await stage.settled();
    expect(stage.log.events).toHaveLength(before);
  });

  it('of other content for the same day is a conflict, and changes nothing', async () => {
    await send(csvFile(content()));
    await stage.settled();
    const other = await send(csvFile(content({ lines: [{ reference: 'A1', fen: 100_000 }] })));
    expect([other.status, other.body['code']]).toEqual([422, 'statement.conflict']);
    expect(await buckets()).toEqual(BUCKETS);
  });

  it('tells in a dry run what would become of it, and keeps nothing', async () => {
    const before = stage.log.events.length;
    const { status, body } = await send(csvFile(content()), '?dryRun=true');
    expect(status).toBe(201);
    expect(
      Object.fromEntries((body['buckets'] as { bucket: string }[]).map(({ bucket, ...sum }) => [bucket, sum])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(BUCKETS).map(([bucket, [count, sum]]) => [
          bucket,
          { lines: count, sum: { currency: 'CNY', fen: sum } },
        ]),
      ),
    );
    expect(body['discrepancies']).toMatchObject([{ line: 3 }, { line: 4 }, { line: 5 }]);
    await stage.settled();
    expect(stage.log.events).toHaveLength(before);
    expect((await read()).status).toBe(404);
    expect((await send(csvFile(content()))).status).toBe(201);
  });

  it('is not stopped by a bad line', async () => {
    const bad = ['"A9,1.00,,', 'A8', ',12.00,,', 'A7,1e3,,', 'A6,0.00,,', 'A5,1.005,,', 'A5,１.００,,', 'A5,1.00,a b,'];
    const text = csvFile(content()).toString();
    const file = text.replace('total,5', `${bad.join('\r\n')}\r\ntotal,${5 + bad.length}`);
    const answer = await send(file);
    expect(answer.body).toMatchObject({ lines: 5 + bad.length, malformed: bad.length });
    await stage.settled();
    expect(await buckets()).toEqual({ ...BUCKETS, malformed: [bad.length, 1_300] });
  });

  it.each<[string, string, (file: string) => string]>([
    ['without a header', 'header', (file) => file.slice(file.indexOf('\n') + 1)],
    ['of a version that nobody knows', 'header', (file) => file.replace('statement,1', 'statement,2')],
    ['with a column that nobody knows', 'header', (file) => file.replace('reverses', 'payer')],
    ['without the column of amounts', 'header', (file) => file.replace('reference,amount', 'reference,code')],
    ['in dollars', 'header', (file) => file.replace('CNY', 'USD')],
    ['cut off', 'trailer', (file) => file.slice(0, file.indexOf('total'))],
    ['that goes on after its end', 'trailer', (file) => `${file}A9,1.00,,\r\n`],
    ['with a line less than it says', 'count', (file) => file.replace('total,5', 'total,6')],
    ['with another sum than it says', 'sum', (file) => file.replace('total,5,3695.00', 'total,5,3695.01')],
    ['of another bank', 'bank', (file) => file.replace('bank-a', 'bank-b')],
    ['with nothing in it', 'header', () => ''],
  ])('%s is refused whole', async (_, code, change) => {
    const before = stage.log.events.length;
    const answer = await send(change(csvFile(content()).toString()));
    expect([answer.status, answer.body['code']]).toEqual([422, `statement-file.${code}`]);
    expect(stage.log.events).toHaveLength(before);
  });

  it.each<[string, string, (file: string) => string]>([
    ['a document type', 'xml', (file) => file.replace('<Document', '<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<Document')],
    ['an entity of its own', 'xml', (file) => file.replace('罚款', '&payer;')],
    ['an element that does not end', 'xml', (file) => file.replace('</Stmt>', '')],
    ['nothing but a beginning', 'xml', (file) => file.slice(0, 600)],
    ['endless depth', 'xml', (file) => file.replace('<Stmt>', '<a>'.repeat(50))],
    ['an encoding that is not taken', 'encoding', (file) => file.replace('UTF-8', 'UTF-7')],
    ['another message', 'header', (file) => file.replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')],
    ['no count', 'trailer', (file) => file.replace('<NbOfNtries>5', '<NbOfNtries>')],
    ['another sum', 'sum', (file) => file.replace('<Amt>3695.00', '<Amt>3695.01')],
  ])('in camt.053 with %s is refused whole', async (_, code, change) => {
    const before = stage.log.events.length;
    const answer = await send(change(camtFile(content()).toString()));
    expect([answer.status, answer.body['code']]).toEqual([422, `statement-file.${code}`]);
    expect(stage.log.events).toHaveLength(before);
  });

  describe('with a line that is the sum of payments', () => {
    const stateOf = async (name: string) =>
      (await stage.ask(`/fines/${idOf(name)}`, 'clerk-1', { at: EVENING })).body['state'];

    beforeEach(async () => {
      const second = { reference: 'A2', code: codes[1], fen: 60_000, paidAt: '2024-04-12T10:05:00+08:00' };
      await stage.send('payments', second, { at: EVENING });
      await stage.settled();
    });

    const sum = (change: Partial<FileLine> = {}): FileLine => ({
      ...{ reference: 'S1', fen: 160_000, covers: ['A1', 'A2'] },
      ...change,
    });

    it.each<[string, (file: FileContent) => Uint8Array]>([
      ['CSV in UTF-8', (file) => csvFile(file)],
      ['CSV in GB18030', (file) => csvFile(file, 'gb18030')],
      ['camt', (file) => camtFile(file)],
    ])('in %s proves them together, when it is exact', async (_, make) => {
      const late = { reference: 'A1', fen: 100_000 };
      const file = make(content({ lines: [sum(), sum(), late] }));
      const { body } = await send(file, '?dryRun=true');
      await send(file);
      await stage.settled();
      const expected = { 'matched-as-sum': [1, 160_000], 'duplicate-line': [2, 260_000] };
      expect(await buckets()).toEqual(expected);
      expect(body['buckets']).toMatchObject([{ bucket: 'duplicate-line' }, { bucket: 'matched-as-sum' }]);
      expect([await stateOf('one'), await stateOf('two'), (await read()).body['missingCount']]).toEqual([
        ...['settled', 'open', 0],
      ]);
      const credits = content({ kind: 'treasury-credits', lines: [sum({ reference: 'T1' })] });
      await send(make(credits));
      await stage.settled();
      expect(await buckets('?kind=treasury-credits')).toEqual({ 'matched-as-sum': [1, 160_000] });
      expect(await stateOf('one')).toBe('closable');
      expect(stage.log.events.filter(({ type }) => type === 'PaymentReported')).toHaveLength(2);
    });

    it('proves them as soon as the last of them is reported, where that comes late', async () => {
      await send(csvFile(content({ lines: [sum({ fen: 170_000, covers: ['A1', 'A2', 'A8'] })] })));
      await stage.settled();
      expect([await buckets(), await stateOf('one')]).toEqual([{ 'sum-differs': [1, 170_000] }, 'paid']);
      const waiting = async () => (await stage.ask('/worklist?kind=line', 'clerk-1', { at: EVENING })).body['items'];
      expect(await waiting()).toMatchObject([{ reason: 'sum-differs' }]);
      const late = { reference: 'A8', code: codes[2], fen: 10_000, paidAt: '2024-04-12T10:06:00+08:00' };
      await stage.send('payments', late, { at: EVENING });
      await stage.settled();
      expect([await stateOf('one'), (await read()).body['missingCount']]).toEqual(['settled', 0]);
      expect(stage.log.events.filter(({ type }) => type === 'PaymentListed')).toHaveLength(3);
      expect(await waiting()).toEqual([]);
    });

    it.each<[string, FileLine]>([
      ['is a fen more', sum({ fen: 160_001 })],
      ['names a payment that nobody knows', sum({ covers: ['A1', 'A2', 'A9'] })],
      ['comes out right only with one that nobody knows', sum({ fen: 200_000, covers: ['A1', 'A3'] })],
      ['stands under the reference of a payment', sum({ reference: 'A2', fen: 100_000, covers: ['A1', 'A7'] })],
    ])('proves nothing when it %s: somebody has to look at it', async (_, line) => {
      await send(csvFile(content({ lines: [line] })));
      await stage.settled();
      expect(await buckets()).toEqual({ 'sum-differs': [1, line.fen] });
      expect(await stateOf('one')).toBe('paid');
      expect(stage.log.events.filter(({ type }) => type === 'PaymentListed')).toEqual([]);
      const { body } = await stage.ask('/worklist', 'clerk-1', { at: EVENING });
      expect(body['items']).toContainEqual(expect.objectContaining({ reason: 'sum-differs' }));
    });
  });

  it('lists what has reached the treasury: the third proof of what it knows', async () => {
    await send(csvFile(content()));
    const treasury = content({
      kind: 'treasury-credits',
      lines: [
        { reference: 'A1', fen: 100_000 },
        { reference: 'A2', fen: 90_000 },
        { reference: 'A9', fen: 10_000 },
        { reference: 'A1', fen: 100_000 },
      ],
    });
    const answer = await send(camtFile(treasury));
    expect([answer.status, answer.body['kind']]).toEqual([201, 'treasury-credits']);
    await stage.settled();
    expect(await buckets('?kind=treasury-credits')).toEqual({
      ...{ 'duplicate-line': [1, 100_000], 'credit-of-unknown': [1, 10_000] },
      ...{ 'amount-differs': [1, 90_000], matched: [1, 100_000] },
    });
    expect((await stage.ask(`/fines/${idOf('one')}`, 'clerk-1', { at: EVENING })).body).toMatchObject({
      state: 'closable',
    });
    expect((await stage.ask(`/fines/${idOf('two')}`, 'clerk-1', { at: EVENING })).body).toMatchObject({
      state: 'settled',
    });
    const before = stage.log.events.length;
    await send(csvFile(treasury, 'gb18030'));
    await stage.settled();
    expect(stage.log.events).toHaveLength(before);
    // The payment is reported at last: nobody has to look at its credit any more.
    const credits = async () =>
      (
        (await stage.ask('/worklist?kind=line', 'clerk-1', { at: EVENING })).body['items'] as { reason: string }[]
      ).filter(({ reason }) => reason === 'credit-of-unknown');
    expect(await credits()).toHaveLength(1);
    const late = { reference: 'A9', code: codes[2], fen: 10_000, paidAt: '2024-04-12T10:06:00+08:00' };
    await stage.send('payments', late, { at: EVENING });
    await stage.settled();
    expect(await credits()).toEqual([]);
  });

  const upload = async (file: Uint8Array, as = 'clerk-1') =>
    stage.upload('/statements/bank-a/files', as, file, { at: EVENING });

  it('may be brought in by the finance clerk, and by nobody else', async () => {
    expect((await upload(csvFile(content()))).status).toBe(201);
    await stage.settled();
    expect(await buckets()).toEqual(BUCKETS);
    for (const person of ['officer-1', 'auditor-1', 'both-1'])
      expect((await upload(csvFile(content()), person)).status).toBe(403);
  });

  it.each<[string, number, object]>([
    ['altered after it was signed', 401, { sent: 'statement,1' }],
    ['signed by another bank', 401, { secret: `whsec_${Buffer.alloc(32, 3).toString('base64')}` }],
    ['larger than what is taken', 413, { sent: Buffer.alloc(1024 * 1024 + 1, 0x20) }],
  ])('%s is refused', async (_, status, wish) => {
    const before = stage.log.events.length;
    const answer = await stage.send('statement-files', csvFile(content()), { at: EVENING, headers: csv, ...wish });
    expect(answer.status).toBe(status);
    expect(stage.log.events).toHaveLength(before);
    while (stage.spooled().length > 0) await sleep(10);
  });
});
