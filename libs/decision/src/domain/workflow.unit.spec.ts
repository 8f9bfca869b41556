import type { Act } from './act';
import { workflowOf } from './workflow';

const act = (name: string, ...sources: readonly string[]): Act<never> => ({
  name,
  form: `《${name}》`,
  requires: sources.map((source) => ({
    asks: 'case',
    code: 'case.ended',
    source,
    check: () => ({ is: 'met', by: [] }),
  })),
  makes: () => [],
});
const steps = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });
const drawn = (...pairs: readonly string[]) =>
  workflowOf([], steps(...pairs)).steps.map(({ from, to }) => `${from}>${to}`);

describe('the chart of the procedure', () => {
  it('shows each act with its form and the rules that are asked for, each once', () => {
    expect(workflowOf([act('decide', 'APL-62', 'APL-57', 'APL-62')], []).acts).toEqual([
      { act: 'decide', form: '《decide》', sources: ['APL-57', 'APL-62'] },
    ]);
  });

  it('leaves out a step that others lead to as well', () => {
    expect(drawn('file>approve', 'approve>conclude', 'file>conclude')).toEqual(['approve>conclude', 'file>approve']);
  });

  it('keeps both ways of a fork, and the way back of a circle', () => {
    expect(drawn('notice>waive', 'notice>state', 'waive>decide', 'state>decide')).toHaveLength(4);
    expect(drawn('conclude>notice', 'notice>revise', 'revise>notice')).toHaveLength(3);
  });

  it('draws the same chart whatever the order and number of what was seen', () => {
    expect(drawn('b>c', 'a>b', 'a>c', 'b>c')).toEqual(drawn('a>c', 'b>c', 'a>b'));
  });

  it('draws no act that rests on itself', () => {
    expect(drawn('collect>collect')).toEqual([]);
  });
});
