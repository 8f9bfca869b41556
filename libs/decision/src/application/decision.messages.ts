import { problemsOf, type CodeTable } from '@fajiao/platform';
import { sentences, type Code } from '../domain/codes';

/** What the deciding side's codes say: the law's refusals, and content that no rule was asked about. */
export const decisionMessages: CodeTable<
  | Code
  | 'attachment.corrupt'
  | 'attachment.not-found'
  | 'document.not-fillable'
  | 'document.not-issued'
  | 'document.unknown'
  | 'due-feed.unknown'
  | 'offence.unknown'
> = {
  ...sentences,
  'attachment.not-found': {
    status: 404,
    zh: '本案没有这个附件，或者尚未上传',
    en: 'The case has no such attachment, or nobody has put it yet',
  },
  'attachment.corrupt': {
    status: 500,
    zh: '附件{sha256}的内容已经改变，不予提供',
    en: 'The content of the attachment {sha256} has changed: it is not served',
  },
  'document.not-fillable': {
    status: 404,
    zh: '案卷记录尚不足以填写这份文书',
    en: 'The record does not hold yet what this document is about',
  },
  'document.unknown': { status: 404, zh: '没有这种文书', en: 'No such form of document' },
  'document.not-issued': {
    status: 404,
    zh: '该记录没有印发这份文书',
    en: 'That record did not issue this document',
  },
  'due-feed.unknown': { status: 404, zh: '没有这个订阅，或者已经过期', en: 'No such feed, or its time is over' },
  'offence.unknown': { status: 422, zh: '违法行为目录中没有这个代码', en: 'The catalogue has no offence of this code' },
};

export const decisionProblem = problemsOf(decisionMessages);
