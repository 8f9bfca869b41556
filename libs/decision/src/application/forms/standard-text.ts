import type { Penalty } from '@fajiao/contracts';
import { fen, sumFen } from '@fajiao/kernel';
import { disclosureRule } from '@fajiao/rulebook';
import type { CorrectionOrder, PaymentInstruction, Procedure, RemediesTold } from '../../domain/events';
import type { CaseFile } from './case-file';
import { printDate, printMoney, printTerm } from './words';

// What every decision says in its standard text (APL-52, 59).

/** 责令当事人于…前改正：… (APL-28) */
export const correctionText = ({ what, by }: CorrectionOrder): string =>
  `责令当事人${by === undefined ? '' : `于${printDate(by)}前`}${what.replace(/[。；，]$/, '')}`;

/** How, where and by when to pay (APL-67), and the surcharge with its rate and its cap (APL-72, ACL-45). */
export function paymentParagraphs(
  payment: PaymentInstruction | null,
  penalties: readonly Penalty[],
): readonly string[] {
  if (!payment) return ['本决定自送达之日起生效，当事人应当自觉履行。'];
  const { fineFen, confiscatedGainsFen, withinDays, surcharge } = payment;
  const whole = sumFen(fineFen, confiscatedGainsFen);
  const what = confiscatedGainsFen > 0 ? (fineFen > 0 ? '罚没款' : '没收的违法所得') : '罚款';
  const others = penalties.some(({ kind }) => kind !== 'fine' && kind !== 'confiscation-of-gains');
  return [
    `当事人应当自收到本决定书之日起${withinDays}日内，凭缴款码到任一银行或者通过电子支付系统缴纳${what}共计${printMoney(whole)}。` +
      '银行将款项直接上缴国库，本机关及执法人员不直接收取。',
    ...(surcharge
      ? [
          `到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项和《中华人民共和国行政强制法》第四十五条的规定，` +
            `自期满次日起每日按罚款数额的${printPercent(surcharge.perMillePerDay, 10)}加处罚款，` +
            `加处罚款的数额不超出罚款数额的${printPercent(surcharge.capPercent, 1)}，即不超出${printMoney(capOf(fineFen, surcharge.capPercent))}。`,
        ]
      : []),
    ...(others ? ['其他处罚自本决定书送达之日起执行。'] : []),
  ];
}

/** Thousandths with 10, hundredths with 1: 3%, 2.5%, 100%. */
function printPercent(parts: number, perPercent: number): string {
  const whole = Math.floor(parts / perPercent);
  const rest = parts % perPercent;
  return `${whole}${rest === 0 ? '' : `.${rest}`}%`;
}

const capOf = (fine: PaymentInstruction['fineFen'], percent: number) =>
  fen(Number((BigInt(fine) * BigInt(percent)) / 100n));

/** To whom, within what term, and that execution goes on (APL-59, 73). */
export function remedyParagraphs({ reconsideration, litigation }: RemediesTold): readonly string[] {
  const apply = `可以自收到本决定书之日起${printTerm(reconsideration)}内向${reconsideration.organs.join('或者')}申请行政复议`;
  const sue = litigation
    ? `，也可以自收到本决定书之日起${printTerm(litigation)}内依法向${litigation.court}提起行政诉讼`
    : '；对行政复议决定不服的，可以依法向人民法院提起行政诉讼。依据《中华人民共和国行政复议法》第二十三条的规定，应当先申请行政复议';
  return [
    `当事人如不服本决定，${apply}${sue}。`,
    '行政复议或者行政诉讼期间，本决定不停止执行，法律另有规定的除外。' +
      '逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行。',
  ];
}

/** That the decision is made public, where the profile publishes such decisions (APL-48). */
export function publicityText({ law }: CaseFile, procedure: Procedure): readonly string[] {
  const { procedures } = disclosureRule(law.rulebook.profile, law.today);
  return procedures.includes(procedure) ? ['本决定将依法向社会公开。'] : [];
}
