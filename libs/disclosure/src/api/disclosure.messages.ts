import { type CodeTable, problemsOf } from '@fajiao/platform';
import type { DisclosureCode } from '../domain/disclosure';

/** What the public side's codes say. */
export const disclosureMessages: CodeTable<DisclosureCode | 'disclosure.not-found'> = {
  'disclosure.not-found': { status: 404, zh: '没有公开过这份行政处罚决定', en: 'No such decision is public' },
  'disclosure.already-decided': {
    zh: '这份决定的公开事宜已经处理',
    en: 'Whether this decision is published has been settled before',
  },
};

export const disclosureProblem = problemsOf(disclosureMessages);
