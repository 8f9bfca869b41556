import { type CodeTable, problemsOf } from '@fajiao/platform';
import type { StatementFileCode } from '../application/statement-files/statement-file-fault';
import type { ActCode } from '../domain/fine/acts/codes';
import type { FineCode } from '../domain/fine/fine.decider';
import { type WorklistCode, worklistMessages } from './worklist.messages';

type CollectionCode =
  | FineCode
  | ActCode
  | 'payment-code.not-found'
  | 'refund.in-future'
  | 'payment.conflict'
  | 'payment.in-future'
  | 'payment.not-found'
  | 'statement.conflict'
  | 'statement.in-future'
  | 'statement.not-found'
  | StatementFileCode
  | WorklistCode
  | 'fine.not-found'
  | 'calendar.year-unknown';

/** What the collecting side's codes say. */
export const collectionMessages: CodeTable<CollectionCode> = {
  ...worklistMessages,
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
  'statement-file.header': {
    status: 422,
    zh: '文件头不符合格式：须说明种类、银行、日期和币种，并列出已知的栏目',
    en: 'The header is not right: it has to tell kind, bank, day and currency, and name known columns',
  },
  'statement-file.trailer': {
    status: 422,
    zh: '文件没有合计，或者合计之后还有内容：可能不完整',
    en: 'The file has no trailer, or something after it: part of it may be missing',
  },
  'statement-file.count': {
    status: 422,
    zh: '文件有{lines}行，合计写的是{said}行',
    en: 'The file has {lines} lines, its trailer says {said}',
  },
  'statement-file.sum': {
    status: 422,
    zh: '各行合计{fen}分，文件合计写的是{said}分',
    en: 'The lines come to {fen} fen, the trailer says {said}',
  },
  'statement-file.encoding': {
    status: 422,
    zh: '文件编码应为UTF-8或GB18030',
    en: 'The file has to be in UTF-8 or GB18030',
  },
  'statement-file.xml': {
    status: 422,
    zh: '文件不是格式正确的XML，或含有不允许的文档类型、实体声明',
    en: 'The file is not well-formed XML, or holds a document type or entity that is not taken',
  },
  'statement-file.too-long': {
    status: 422,
    zh: '文件有{lines}行，试算以{most}行为限；正式上传不受此限',
    en: 'The file has {lines} lines; at most {most} are tried out. Sent for good it may be longer',
  },
  'statement-file.bank': {
    status: 422,
    zh: '文件不属于该银行',
    en: "The file is not that bank's",
  },
  'fine.not-found': { status: 404, zh: '没有这笔罚款', en: 'No such fine' },
  'payment-code.not-found': { status: 404, zh: '没有这个缴款码', en: 'No such payment code' },
  'refund.in-future': { status: 422, zh: '付款时间尚未到来', en: 'The time of the payment out lies in the future' },
  'duties.same-person': {
    zh: '申请人不得批准：本笔罚款的退款、减免须由另一人批准',
    en: 'Whoever asked for a refund or relief of this fine does not authorise one',
  },
  'duties.deciding-side': {
    zh: '参与本案处罚决定的人员不得经办收缴',
    en: 'Whoever acted on the deciding side of this case moves no money of it',
  },
  'spot-deposit.nothing-handed-in': {
    zh: '没有已上交而未缴存的当场收缴款',
    en: 'No money taken on the spot was handed in and waits for its deposit',
  },
  'spot-deposit.reference-known': {
    zh: '该行流水号{reference}已属于另一笔款项',
    en: 'Reference {reference} of that bank belongs to other money',
  },
  'refund.reference-known': {
    zh: '该行流水号{reference}已属于另一笔款项',
    en: 'Reference {reference} of that bank belongs to other money',
  },
  'receipt.no-payment': { zh: '没有这笔缴款，或者已被冲正', en: 'There is no such payment, or it was taken back' },
  'receipt.issued-before': {
    zh: '该笔缴款已开具票据{receiptNumber}',
    en: 'Receipt {receiptNumber} was issued for this payment',
  },
  'receipt.not-of-series': {
    zh: '票据号不属于财政部门核发的号段',
    en: 'The number is of no series of the finance authority',
  },
  'receipt.not-issued': {
    zh: '该笔缴款没有财务人员开具的票据{receiptNumber}',
    en: 'No finance clerk has issued receipt {receiptNumber} for this payment',
  },
  'receipt.number-used': { zh: '该票据号已使用', en: 'The number was used for another payment' },
  'refund.above-overpaid': {
    zh: '申请退款{fen}分，可退的多缴款为{overpaidFen}分',
    en: '{fen} fen are asked for, {overpaidFen} fen are held and free',
  },
  'refund.not-open': { zh: '没有这笔待处理的退款申请', en: 'No such refund is open' },
  'refund.not-authorised': { zh: '没有这笔已批准而未付的退款', en: 'No such refund is authorised and unpaid' },
  'refund.not-made': { zh: '该笔退款没有付出', en: 'No such refund was paid out and not returned' },
  'refund.approval-missing': {
    zh: '缺少财政部门批准文号',
    en: "The number of the finance authority's approval is missing",
  },
  'refund.other-amount': {
    zh: '付款{fen}分与批准的{authorisedFen}分不符',
    en: '{fen} fen were paid out where {authorisedFen} fen are authorised',
  },
  'relief.ground-not-listed': { zh: '不属于法定事由', en: 'The ground is not on the closed list' },
  'relief.document-missing': { zh: '缺少该事由要求的文书编号', en: 'The number of the document is missing' },
  'relief.content-missing': { zh: '缺少该类申请必须写明的内容', en: 'What such a request must say is missing' },
  'relief.not-open': { zh: '没有这项待处理的申请', en: 'No such request is open' },
  'relief.nothing-outstanding': { zh: '没有未缴款项', en: 'Nothing is outstanding' },
  'relief.fine-ended': { zh: '该笔罚款的收缴已经终结', en: 'The collection of this fine has ended' },
  'relief.proof-not-missing': { zh: '该笔缴款并不缺少这项佐证', en: 'This proof of this payment is not missing' },
  'surcharge.above-arisen': {
    zh: '减免{fen}分超过已产生的加处罚款{arisenFen}分，罚款本金不得减免',
    en: '{fen} fen are above the surcharge of {arisenFen} fen: the principal is never reduced',
  },
  'surcharge.wrong-not-remedied': {
    zh: '当事人须先采取补救措施，所载日期{on}尚未到来',
    en: 'The wrong must be remedied first; {on} is not yet',
  },
  'calendar.year-unknown': {
    zh: '尚未载入相关年度的工作日历，{notBefore}以后的金额不能计算',
    en: 'The calendar of that year is not loaded: amounts after {notBefore} cannot be computed',
  },
};

export const collectionProblem = problemsOf(collectionMessages);
