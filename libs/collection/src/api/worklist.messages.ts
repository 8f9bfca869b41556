import type { CodeTable } from '@fajiao/platform';
import type { ActCode } from '../domain/fine/acts/codes';
import type { DiscrepancyCode } from '../domain/statement/discrepancy';
import type { ResolutionCode } from '../domain/suspense/resolve';

/** Those that acts on fines share are said there. */
export type WorklistCode =
  | Exclude<ResolutionCode | DiscrepancyCode, ActCode>
  | 'suspense.not-found'
  | 'discrepancy.not-found'
  | 'worklist.no-clerk';

export const worklistMessages: CodeTable<WorklistCode> = {
  'suspense.not-found': { status: 404, zh: '没有这笔挂账款项', en: 'No money is held under this id' },
  'discrepancy.not-found': { status: 404, zh: '没有这项差异', en: 'There is no such discrepancy' },
  'worklist.no-clerk': { status: 422, zh: '承办人应为财务人员', en: 'The owner has to be a finance clerk' },
  'suspense.not-held': {
    zh: '款项已不在挂账中（已入账、已退回或已冲正）',
    en: 'The money is not held any more: applied, paid back or taken back',
  },
  'suspense.day-passed': { zh: '{until}不是将来的日期', en: '{until} is not a day to come' },
  'suspense.fine-unknown': { zh: '没有这笔罚款', en: 'There is no such fine' },
  'suspense.fine-ended': {
    zh: '该罚款已核销，不能再入账',
    en: 'The fine was cancelled or written off: nothing is applied to it',
  },
  'resolution.under-way': { zh: '已有处理申请尚未了结', en: 'Another resolution is under way' },
  'resolution.not-open': { zh: '没有待处理的申请', en: 'There is no such request that is open' },
  'discrepancy.closed': { zh: '该差异已处理（{how}）', en: 'The discrepancy is closed ({how})' },
  'discrepancy.day-passed': { zh: '{until}不是将来的日期', en: '{until} is not a day to come' },
  'discrepancy.money-held': {
    zh: '款项在挂账中，应入账或退回',
    en: 'Money is held: it is to be applied or returned',
  },
  'discrepancy.correction-due': {
    zh: '银行否认的缴款应更正为零（两人经办），不能直接了结',
    en: 'A payment that the bank denies is corrected to nothing, by two persons: it is not closed',
  },
  'correction.not-of-amount': {
    zh: '只有金额不符的缴款行可以更正为银行回执所报的金额；对账单未列的回执只能更正为零',
    en: 'Only a line whose amount differs is corrected, to that of the callback; a callback that no statement lists, to nothing',
  },
  'correction.listed-since': {
    zh: '该缴款已列入对账单，款项已到账',
    en: 'A statement lists the payment by now: the money came',
  },
  'correction.under-way': { zh: '已有更正申请尚未了结', en: 'A correction is under way' },
  'correction.not-open': { zh: '没有待处理的更正申请', en: 'There is no such correction that is open' },
};
