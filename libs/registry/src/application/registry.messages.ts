import { problemsOf, type CodeTable } from '@fajiao/platform';
import { type Code, sentences } from '../domain/codes';

/** What the registry's codes say: what it refuses, and content that no rule was asked about. */
export const registryMessages: CodeTable<Code | 'offence.unknown'> = {
  ...sentences,
  'offence.unknown': { status: 422, zh: '违法行为目录中没有这个代码', en: 'The catalogue has no offence of this code' },
};

export const registryProblem = problemsOf(registryMessages);
