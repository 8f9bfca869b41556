import { completePayment, writeOffPayment } from '../domain/effects';
import { at } from './other-steps.fixture.spec';
import { happened, type Played, type Step } from './play.fixture.spec';

/** Acts after the service of the straight case (2023-09-28) and of the major case (2024-03-29). */

const officer = (act: string, day: string, data: object = {}): Step => ({ at: at(day), by: 'officer-1', act, data });
const head = (act: string, day: string, data: object = {}): Step => ({ at: at(day), by: 'head-1', act, data });

export const sought = (day: string, kind = 'reconsideration', more: object = {}): Step =>
  officer('remedy-sought', day, { kind, ...more });
export const concluded = (day: string, outcome: string, more: object = {}): Step =>
  officer('remedy-concluded', day, { outcome, ...more });
export const replied = (day: string): Step => officer('reply-to-remedy', day, { summary: '事实清楚，程序合法' });
export const stayed = (day: string): Step => officer('stay-ordered', day, { by: '示例县人民政府' });
export const stayLifted = (day: string): Step => officer('stay-lifted', day);
export const changedByOwn = (day: string, fen: number): Step =>
  head('change-decision', day, { penalties: [{ kind: 'warning' }, { kind: 'fine', fen }], reason: '原决定裁量过重' });
export const revokedByOwn = (day: string, anew = false): Step =>
  head('revoke-decision', day, { reason: '当事人认定错误', anew });
export const deferred = (day: string, until: string): Step =>
  head('approve-deferral', day, { until, ground: '经济困难，书面申请' });
export const instalments = (day: string, parts: readonly (readonly [string, number])[]): Step =>
  head('approve-instalments', day, {
    instalments: parts.map(([due, fen]) => ({ due, fen })),
    ground: '经济困难，书面申请',
  });
export const demandIssued = (day: string): Step => officer('issue-demand', day, { mode: 'direct' });
export const heardOnDemand = (day: string): Step =>
  officer('hear-on-demand', day, { text: '请求暂缓', adopted: false, reasons: '无法定理由' });
export const courtSought = (
  day: string,
  data: object = { objectState: '银行存款', partyOpinion: '未陈述意见' },
): Step => head('seek-court-enforcement', day, data);
export const courtAnswered = (day: string, answer: string, more: object = {}): Step =>
  officer('court-answered', day, { answer, ...more });
export const courtReviewSought = (day: string): Step =>
  head('request-court-review', day, { court: '示例市中级人民法院', reasons: '裁定认定事实有误' });
export const courtReviewed = (day: string, upheld: boolean): Step =>
  officer('conclude-court-review', day, { upheld, reasons: '复议裁定' });
export const judgmentGiven = (day: string, outcome: string, more: object = {}): Step =>
  officer('judgment-given', day, { outcome, ...more });
export const appealed = (day: string, by = 'party', more: object = {}): Step =>
  officer('appeal-filed', day, { by, ...more });
export const enforcementSuspended = (day: string, ground = 'unable-for-now', more: object = {}): Step =>
  head('suspend-enforcement', day, { ground, ...more });
export const enforcementResumed = (day: string): Step => head('resume-enforcement', day);
export const enforcementTerminated = (day: string, ground = 'citizen-died', more: object = {}): Step =>
  head('terminate-enforcement', day, { ground, ...more });
export const closed = (day: string): Step => officer('close', day);
export const archived = (day: string): Step => officer('archive', day);

/** The collecting side reports the money paid and proved. */
export function paid(played: Played, day: string, paidFen = 500000): Played {
  const { service } = played.state;
  const fine = { fineId: service?.fineId ?? '', caseId: '', surchargeFen: 0, paidOn: day, paidFen };
  const decision = completePayment(played.state, fine as never);
  if (!('events' in decision)) throw new Error('refused');
  return happened(decision.events, { at: at(day, '16:00'), by: 'policy:complete-payment' }, played);
}

/** The collecting side writes off what is unpaid. */
export function writtenOff(played: Played, day: string, writtenOffFen = 500000): Played {
  const { service } = played.state;
  const ground = { ground: 'died-without-estate', source: 'ACL-40' };
  const fine = { fineId: service?.fineId ?? '', caseId: '', writtenOffFen, writtenOffOn: day, ...ground };
  const decision = writeOffPayment(played.state, fine as never);
  if (!('events' in decision)) throw new Error('refused');
  return happened(decision.events, { at: at(day, '16:00'), by: 'policy:note-write-off' }, played);
}
