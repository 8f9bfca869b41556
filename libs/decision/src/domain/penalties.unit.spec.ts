import type { Penalty } from '@fajiao/contracts';
import { goodsOf, hasMoney, moneyOf, onlyLowers, samePenalties, suspensionDays } from './penalties';

const of = (penalty: object): Penalty => penalty as Penalty;
const warning = of({ kind: 'warning' });
const fine = (fen: number) => of({ kind: 'fine', fen });
const gains = (fen: number) => of({ kind: 'confiscation-of-gains', fen });
const goods = (...items: readonly string[]) => of({ kind: 'confiscation-of-goods', items });
const suspension = (term: object) => of({ kind: 'suspension', ...term });

describe('the money of penalties', () => {
  it('is the fine and the gains', () => {
    expect(moneyOf([warning, fine(300), gains(200)])).toEqual({ fineFen: 300, confiscatedGainsFen: 200 });
  });

  it('is there with either of them, whatever the other is', () => {
    expect(hasMoney([warning])).toBe(false);
    expect(hasMoney([fine(300)])).toBe(true);
    expect(hasMoney([gains(200)])).toBe(true);
    expect(hasMoney([fine(200), gains(200)])).toBe(true);
  });
});

describe('penalties', () => {
  it('confiscate the goods that they name', () => {
    expect(goodsOf([fine(300), goods('主机', '服务器')])).toEqual(['主机', '服务器']);
    expect(goodsOf([fine(300), gains(200)])).toEqual([]);
  });

  it.each([
    ['a smaller fine', [fine(300)], [fine(200)]],
    ['the same fine', [fine(300)], [fine(300)]],
    ['less gains', [gains(300)], [gains(200)]],
    ['some of the goods', [goods('主机', '服务器')], [goods('主机')]],
    ['a shorter suspension', [suspension({ months: 2 })], [suspension({ days: 59 })]],
    ['as long a suspension, in days', [suspension({ months: 2 })], [suspension({ days: 60 })]],
    ['one penalty less', [warning, fine(300)], [fine(300)]],
    ['none', [fine(300)], []],
  ])('are only lowered by %s', (_how, before, after) => {
    expect(onlyLowers(before, after)).toBe(true);
  });

  it.each([
    ['a higher fine', [fine(300)], [fine(301)]],
    ['more gains', [gains(300)], [gains(301)]],
    ['gains instead of a fine', [fine(300)], [gains(200)]],
    ['a fine instead of gains', [gains(300)], [fine(200)]],
    ['other goods', [goods('主机', '服务器')], [goods('主机', '路由器')]],
    ['goods instead of a fine', [fine(300)], [goods()]],
    ['a longer suspension', [suspension({ months: 2 })], [suspension({ days: 61 })]],
    ['a suspension instead of a warning', [warning], [suspension({})]],
    ['one penalty more', [fine(300)], [fine(300), warning]],
  ])('are not only lowered by %s', (_how, before, after) => {
    expect(onlyLowers(before, after)).toBe(false);
  });

  it('are the same in whatever order, and no others', () => {
    expect(samePenalties([warning, fine(300)], [fine(300), warning])).toBe(true);
    expect(samePenalties([suspension({ months: 1 })], [suspension({ days: 30 })])).toBe(true);
    expect(samePenalties([warning, fine(300)], [warning, fine(200)])).toBe(false);
    expect(samePenalties([warning, fine(200)], [warning, fine(300)])).toBe(false);
    expect(samePenalties([warning, fine(300)], [fine(300)])).toBe(false);
    expect(samePenalties([fine(300), fine(300)], [fine(300)])).toBe(false);
  });

  it('count a month of suspension as thirty days', () => {
    expect(suspensionDays({ months: 2, days: 3 })).toBe(63);
  });
});
