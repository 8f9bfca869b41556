import { type CodeTable, problemsOf } from '@fajiao/platform';

/** What the public side's codes say. */
export const disclosureMessages: CodeTable<'disclosure.not-found'> = {
  'disclosure.not-found': { status: 404, zh: '没有公开过这份行政处罚决定', en: 'No such decision is public' },
};

export const disclosureProblem = problemsOf(disclosureMessages);
