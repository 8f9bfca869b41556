import { describeCase } from './describe';
import { nobodyAsked } from './context';
import { clocksOf } from './clocks';
import { at } from '../spec-support/other-steps.fixture.spec';
import { lawOn, play } from '../spec-support/play.fixture.spec';
import { majorUpTo } from '../spec-support/steps.fixture.spec';

describe('what a history comes to', () => {
  it('rests on the history and the rulebook, never on who serves today', () => {
    const law = { ...lawOn(at('2024-04-10')), staff: nobodyAsked };
    const { state } = play(majorUpTo('served'));
    expect(describeCase(state, law)).toEqual(describeCase(state, lawOn(at('2024-04-10'))));
    expect(clocksOf(state, law)).toEqual(clocksOf(state, lawOn(at('2024-04-10'))));
  });

  it('is not asked of the register: whoever does so is stopped', () => {
    expect(() => nobodyAsked.find('officer-1')).toThrow('does not rest on the register');
    expect(() => nobodyAsked.panel()).toThrow('does not rest on the register');
    expect(() => nobodyAsked.powers('town-1')).toThrow('does not rest on the register');
  });
});
