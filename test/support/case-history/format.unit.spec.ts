import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HistoryFault, readHistoryFile } from './format';

const party = { kind: 'citizen', name: '张示例', citizenId: '140922198503120018' };
const head = { title: 'a case', party, offence: 'CT-NET-31-1', actDate: '2023-09-09' };
const step = { at: '2023-09-11T09:00+08:00', by: 'officer-1', act: 'file' };
const refused = { code: 'role.not-allowed', source: 'APL-67' };
const attempt = { ...step, refused };

describe('a file of case histories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'histories-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: unknown): string => {
    const path = join(folder, 'history.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const read = (content: unknown) => readHistoryFile(fileOf(content));

  it('is one case with its steps and what is expected of it', () => {
    const { entries, histories } = read({
      ...head,
      steps: [{ ...step, note: 'for readers' }],
      expect: { major: false },
    });
    expect(entries).toBe(false);
    expect(histories).toEqual([
      {
        title: 'a case',
        cases: { '1': { party, offence: 'CT-NET-31-1', actDate: '2023-09-09' } },
        steps: [step],
        expect: { major: false },
      },
    ]);
  });

  it('is a list of refusals, each with the steps of another file that it continues', () => {
    writeFileSync(
      join(folder, 'earlier.json'),
      JSON.stringify({ ...head, steps: [step, { ...step, by: 'officer-2' }] }),
    );
    const { entries, histories } = read({
      title: 'refusals',
      cases: [
        { title: 'continued', from: { file: 'earlier.json', steps: 1 }, attempt },
        { ...head, title: 'of its own', attempt: { ...attempt, case: '2' }, others: { '2': head } },
      ],
    });
    expect(entries).toBe(true);
    expect(histories.map(({ title, steps }) => [title, steps.map(({ by }) => by)])).toEqual([
      ['continued', ['officer-1', 'officer-1']],
      ['of its own', ['officer-1']],
    ]);
    expect(histories[0]!.steps[1]!.refused).toEqual({ ...refused, orCode: [] });
  });

  it('may be about fines of no case, and keeps what holds of all steps among the expectations', () => {
    const fine = { code: '<A>', documentNumber: '1', servedOn: '2024-04-08', fen: 500_000 };
    const [history] = read({ title: 'a day', fines: [fine], steps: [step], invariants: ['sums agree'] }).histories;
    expect(history).toMatchObject({ cases: {}, fines: [fine], expect: { invariants: ['sums agree'] } });
  });

  it.each<[string, unknown]>([
    ['cannot be read', '{ "title": '],
    ['history.json must be an object', []],
    ['title must be a text', { ...head, title: undefined, steps: [step] }],
    ['steps must be a list', head],
    ['steps must not be empty', { ...head, steps: [] }],
    ['steps/0 must be an object', { ...head, steps: [null] }],
    ['steps/0: act must be a text', { ...head, steps: [{ ...step, act: 1 }] }],
    ['steps/0: at must be a time such as', { ...head, steps: [{ ...step, at: 'yesterday' }] }],
    ['steps/0: at must be a time such as', { ...head, steps: [{ ...step, at: '2023-09-11T09:00' }] }],
    ['steps/0: data must be an object', { ...head, steps: [{ ...step, data: 'x' }] }],
    ['steps/0: refused must be an object', { ...head, steps: [{ ...step, refused: true }] }],
    ['steps/0: refused: source must be a text', { ...head, steps: [{ ...step, refused: { code: 'a.b' } }] }],
    ['steps/0: the file has no case 9', { ...head, steps: [{ ...step, case: '9' }] }],
    ['expect/others: the file has no case 2', { ...head, steps: [step], expect: { others: { '2': {} } } }],
    ['expect/others/2 must be an object', { ...head, steps: [step], expect: { others: { '2': null } } }],
    [
      'fines/0: fen must be a number',
      { title: 'a day', fines: [{ code: '<A>', documentNumber: '1', servedOn: 'x' }], steps: [step] },
    ],
    ['party must be an object', { ...head, party: 'x', steps: [step] }],
    ['cases must not be empty', { title: 'refusals', cases: [] }],
    ['attempt must be an object', { title: 'refusals', cases: [head] }],
    ['from/steps must be a number from 0 to 1', from(2)],
    ['from/steps must be a number from 0 to 1', from(undefined)],
    ['nowhere.json cannot be read', from(1, 'nowhere.json')],
  ])('is not played when %s', (fault, content) => {
    writeFileSync(join(folder, 'one-step.json'), JSON.stringify({ ...head, steps: [step] }));
    expect(() => read(content)).toThrow(HistoryFault);
    expect(() => read(content)).toThrow(fault);
  });

  function from(steps: number | undefined, file = 'one-step.json') {
    return { title: 'refusals', cases: [{ title: 'continued', from: { file, steps }, attempt }] };
  }
});
