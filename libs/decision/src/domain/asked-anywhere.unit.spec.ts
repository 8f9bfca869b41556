import { Dice } from '../spec-support/dice.fixture.spec';
import { unlicensed } from '../spec-support/measures.fixture.spec';
import { contextOf, lawOn, nothingYet, play, type Played } from '../spec-support/play.fixture.spec';
import { onTheSpot, onTheSpotUpTo, transfer, transferUpTo } from '../spec-support/spot-steps.fixture.spec';
import { majorCase, majorUpTo, straightCase, upTo } from '../spec-support/steps.fixture.spec';
import { tries } from '../spec-support/tries.fixture.spec';
import { decide } from './act';
import { caseActs } from './case-acts';
import { requirementsOfAll } from './next-acts';

const names = <Steps extends object>(steps: Steps) => Object.keys(steps) as (keyof Steps)[];

/** Cases as far as they have come, and a day on which somebody asks. */
const anywhere: readonly (readonly [string, Played])[] = [
  ['nothing', nothingYet],
  ['what may be a crime', play(unlicensed)],
  ...names(straightCase)
    .filter((last) => last !== 'closed')
    .map((last): [string, Played] => [`straight, ${last}`, play(upTo(last))]),
  ...names(majorCase).map((last): [string, Played] => [`major, ${last}`, play(majorUpTo(last))]),
  ...names(onTheSpot).map((last): [string, Played] => [`on the spot, ${last}`, play(onTheSpotUpTo(last))]),
  ...names(transfer).map((last): [string, Played] => [`transfer, ${last}`, play(transferUpTo(last))]),
];

describe('wherever a case stands', () => {
  it.each(anywhere)('it can be told what each act still needs: %s', (_where, { state }) => {
    for (const { requirements } of requirementsOfAll(state, lawOn('2024-12-20T10:00+08:00')))
      for (const { state: found, by } of requirements) {
        if (found !== 'met') expect(by).toEqual([]);
        for (const revision of by) expect(state.log[revision]).toBeDefined();
      }
  });

  it.each(anywhere)('an act is accepted or refused with its grounds, and never breaks: %s', (_where, { state }) => {
    for (const { name } of caseActs) {
      const step = { at: '2024-12-20T10:00+08:00', by: 'officer-1', act: name };
      const context = contextOf(step);
      const now = { today: context.today, at: context.occurredAt };
      const data = tries[name]?.data?.(new Dice(1), state, now) ?? {};
      const act = caseActs.find((one) => one.name === name)!;
      const decided = decide(act, data as never, state, context);
      if ('refused' in decided) for (const { source } of decided.refused) expect(source).not.toBe('');
      else expect(decided.events.length).toBeGreaterThan(0);
    }
  });
});

describe('before a case is filed', () => {
  it('every act but those that file it is refused', () => {
    const accepted = caseActs.filter(({ name, ...act }) => {
      const context = contextOf({ at: '2023-09-11T09:00+08:00', by: 'officer-1', act: name });
      const now = { today: context.today, at: context.occurredAt };
      const data = tries[name]?.data?.(new Dice(3), nothingYet.state, now) ?? {};
      return 'events' in decide({ name, ...act }, data as never, nothingYet.state, context);
    });
    expect(accepted.map(({ name }) => name).filter((name) => !['file', 'decide-on-the-spot'].includes(name))).toEqual(
      [],
    );
  });
});
