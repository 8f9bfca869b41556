import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { caseActs } from './case-acts';
import type { Requirement } from './requirement';
import { attempts, type Attempted } from '../spec-support/play.fixture.spec';
import { everythingEverywhere } from '../spec-support/worlds.fixture.spec';

/**
 * Every requirement of every act blocks once and is met once. What the other specs of the law try is listened to: they run
 * here again, all of them, and what they tried is held against the list of all requirements.
 */
const tried: Attempted[] = [];
const listen = (attempted: Attempted): number => tried.push(attempted);
attempts.push(listen);

const OTHERS = /^(?!requirements-met|properties|workflow|codes|answers).*\.unit\.spec\.ts$/;
for (const folder of ['.', 'refused'])
  for (const file of readdirSync(join(__dirname, folder)).filter((name) => OTHERS.test(name)))
    jest.requireActual<object>(join(__dirname, folder, file));

everythingEverywhere();

type Found = 'met' | 'missing' | 'not-required';

function findingsOf({ act, step, state, context }: Attempted): readonly (readonly [Requirement<never>, Found])[] {
  const data = (step.data ?? {}) as never;
  return act.requires.map((requirement) => {
    try {
      const { check } = requirement as { readonly check: (...asked: readonly unknown[]) => { readonly is: Found } };
      const finding = requirement.asks === 'case' ? check(state, context) : check(data, state, context);
      return [requirement, finding.is];
    } catch {
      return [requirement, 'missing'];
    }
  });
}

/** What stands for a requirement in the list; several of one act may share a code. */
const named = (act: string, requirement: Requirement<never>, among: readonly Requirement<never>[]): string => {
  const same = among.filter(({ code }) => code === requirement.code);
  const which = same.length > 1 ? ` (${same.indexOf(requirement) + 1})` : '';
  return `${act}: ${requirement.code} ${requirement.source}${which}`;
};

/** Shown with a catalogue of several versions, which the project's own is not yet: refused/governing-law.unit.spec.ts, spot.unit.spec.ts. */
const OTHER_CATALOGUE = ['catalogue.milder-version', 'catalogue.version-not-governing'];

/** What cannot come to be, because something else has made sure of it before. */
const NEVER: Readonly<Record<string, string>> = {
  'decide-on-the-spot: gains.not-confiscated APL-28': 'on the spot only what is confiscated counts as gains',
  'decide-on-the-spot: offence.base-not-found catalogue': 'nor does a turnover',
  'deliberate: offence.condition-not-met catalogue': 'the condition was found when the penalty was proposed',
  'deliberate: offence.base-not-found catalogue': 'so was the base of the fine',
  'deliberate: discretion.tier-unknown APL-34': 'so was the tier',
  'deliberate: discretion.outside-tier APL-34': 'the opinions are the reasons',
  'change-decision: offence.condition-not-met catalogue': 'the condition was found when the penalty was decided',
  'change-decision: discretion.tier-unknown APL-34': 'so was the tier',
  'change-decision: discretion.outside-tier APL-34': 'the reason of the change is the reason',
};

describe('every requirement of every act', () => {
  const blocked = new Set<string>();
  const passed = new Set<string>();
  const every = caseActs.flatMap(({ name, requires }) => requires.map((one) => named(name, one, requires)));

  beforeAll(() => {
    for (const attempted of tried) {
      const { name, requires } = attempted.act;
      for (const [requirement, found] of findingsOf(attempted)) {
        const which = named(name, requirement, requires);
        if (found === 'missing' && attempted.outcome.refused) blocked.add(which);
        // What a case does not need lets the act pass too.
        if (found !== 'missing' && attempted.outcome.events) passed.add(which);
      }
    }
  });

  it('blocks it in some spec', () => {
    const elsewhere = (one: string): boolean => OTHER_CATALOGUE.some((code) => one.includes(code));
    expect(every.filter((one) => !blocked.has(one) && !elsewhere(one) && NEVER[one] === undefined)).toEqual([]);
    expect(Object.keys(NEVER).filter((one) => blocked.has(one) || !every.includes(one))).toEqual([]);
  });

  it('is passed in some spec', () => {
    expect(every.filter((one) => !passed.has(one))).toEqual([]);
  });
});
