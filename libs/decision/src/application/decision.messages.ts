import { problemsOf, type CodeTable } from '@fajiao/platform';
import { sentences, type Code } from '../domain/codes';

/** What the deciding side's codes say: the law's refusals, and content that no rule was asked about. */
export const decisionMessages: CodeTable<Code | 'offence.unknown'> = {
  ...sentences,
  'offence.unknown': { status: 422, zh: '违法行为目录中没有这个代码', en: 'The catalogue has no offence of this code' },
};

export const decisionProblem = problemsOf(decisionMessages);
