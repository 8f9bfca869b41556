import { type CodeTable, problemsOf } from '@fajiao/platform';
import type { FineCode } from '../domain/fine/fine.decider';

type CollectionCode =
  | FineCode
  | 'payment.conflict'
  | 'payment.in-future'
  | 'payment.not-found'
  | 'statement.conflict'
  | 'statement.in-future'
  | 'statement.not-found'
  | 'fine.not-found'
  | 'calendar.year-unknown';

/** What the collecting side's codes say. */
export const collectionMessages: CodeTable<CollectionCode> = {
  'fine.cancelled': {
    zh: '处罚决定已于{on}失去效力，不再收缴',
    en: 'The decision fell on {on}: nothing is collected any more',
  },
  'payment.conflict': {
    status: 422,
    zh: '该流水号已有内容不同的报文，已记录，未作变动',
    en: 'Something else is known under this reference: recorded, without effect',
  },
  'payment.in-future': {
    status: 422,
    zh: '报文所载时间尚未到来',
    en: 'The time that the message tells lies in the future',
  },
  'payment.not-found': { status: 404, zh: '没有收到过该流水号', en: 'Nothing was received under this reference' },
  'statement.conflict': {
    status: 422,
    zh: '该日已有内容不同的对账单，已记录，未作变动',
    en: 'Another statement of this day is known: recorded, without effect',
  },
  'statement.in-future': { status: 422, zh: '对账单日期尚未到来', en: "The statement's day lies in the future" },
  'statement.not-found': { status: 404, zh: '没有收到过该日的对账单', en: 'No statement of this day was received' },
  'fine.not-found': { status: 404, zh: '没有这笔罚款', en: 'No such fine' },
  'calendar.year-unknown': {
    zh: '尚未载入相关年度的工作日历，{notBefore}以后的金额不能计算',
    en: 'The calendar of that year is not loaded: amounts after {notBefore} cannot be computed',
  },
};

export const collectionProblem = problemsOf(collectionMessages);
