import { civilDateOf, sumFen } from '@fajiao/kernel';
import { penaltyKindInWords } from '@fajiao/contracts';
import { factsOf, lastOf, type CaseFile, type Fill } from './case-file';
import { caseRows, cell, formOf, grid, paragraph, partyBlocks, seal, signedBy } from './sheet';
import {
  nameOf,
  printDate,
  printDay,
  printGround,
  printMoney,
  printPenalties,
  printTerm,
  serviceModeInWords,
} from './words';

/** 履行行政处罚决定催告书 (ACL-54): term, manner, sum, the right to be heard. */
export const demand: Fill = (file) => {
  const issued = lastOf(file, 'DemandIssued');
  if (!issued) return null;
  const { documentNumber, owed, within, service } = issued.data;
  const { fineFen, confiscatedGainsFen, surchargeFen } = owed;
  const parts = [
    `罚款${printMoney(fineFen)}`,
    ...(confiscatedGainsFen > 0 ? [`没收的违法所得${printMoney(confiscatedGainsFen)}`] : []),
    ...(surchargeFen ? [`截至${printDay(issued.meta.occurredAt)}的加处罚款${printMoney(surchargeFen)}`] : []),
  ];
  const whole = sumFen(fineFen, confiscatedGainsFen, ...(surchargeFen ? [surchargeFen] : []));
  return formOf(file, {
    form: 'demand',
    title: '履行行政处罚决定催告书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `本机关作出的《行政处罚决定书》${documentNumber}已经送达，当事人在法定期限内未履行缴款义务。依据《中华人民共和国行政强制法》第五十四条的规定，` +
          `现催告当事人自收到本催告书之日起${printTerm(within)}内履行下列义务：`,
      ),
      paragraph(`缴纳${parts.join('；')}。以上共计${printMoney(whole)}。`),
      paragraph('履行方式：凭缴款码到任一银行或者通过电子支付系统缴纳。'),
      paragraph('当事人收到本催告书后有权进行陈述和申辩。无正当理由逾期仍不履行的，本机关将依法申请人民法院强制执行。'),
      seal(file, service.publishedOn ?? service.servedOn),
    ],
  });
};

/** 强制执行申请书 (ACL-55). */
export const courtApplication: Fill = (file) => {
  const sought = lastOf(file, 'CourtEnforcementSought');
  if (!sought) return null;
  const { court, papers } = sought.data;
  return formOf(file, {
    form: 'court-application',
    title: '行政处罚强制执行申请书',
    blocks: [
      paragraph(`${court}：`),
      ...partyBlocks(file),
      paragraph(
        `本机关作出的行政处罚决定（${file.state.number?.documentNumber ?? '—'}）已发生法律效力，当事人经催告仍不履行。` +
          '依据《中华人民共和国行政强制法》第五十三条的规定，特申请贵院强制执行。',
      ),
      { kind: 'attachments', items: papers.map(({ paper, content }) => `${PAPERS[paper]}（${content}）`) },
      {
        kind: 'signatures',
        lines: [
          { label: '机关负责人', name: nameOf(file, sought.meta.actor.id), on: printDay(sought.meta.occurredAt) },
        ],
      },
      seal(file, civilDateOf(sought.meta.occurredAt)),
    ],
  });
};

const PAPERS = {
  decision: '行政处罚决定书',
  'party-opinion': '当事人的意见',
  demand: '催告书及催告情况',
  'state-of-object': '申请强制执行标的情况',
} as const;

/** 结案报告; before it is made, a draft of a decided case. */
export const closingReport: Fill = (file) => {
  const { decision, number, service, executed, filing } = file.state;
  const closed = lastOf(file, 'CaseClosed');
  if (!decision || !filing) return null;
  const served = lastOf(file, 'DecisionServed');
  return formOf(file, {
    form: 'closing-report',
    title: '行政处罚案件结案报告',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('决定书文号', number?.documentNumber ?? '—'), cell('决定日期', printDate(decision.decidedOn))],
        [cell('处理结果', decision.outcome === 'penalty' ? printPenalties(decision.penalties) : '不予行政处罚。')],
        [
          cell(
            '送达情况',
            service
              ? `${printDate(service.servedOn)}送达${served ? `（${serviceModeInWords[served.data.mode]}）` : ''}。`
              : '未送达。',
          ),
        ],
        [cell('缴款情况', printPaying(file))],
        [cell('其他处罚执行情况', executed.length > 0 ? executionLines(file).join('\n') : '—')],
        [cell('承办人意见', closed ? `案件已执行完毕，予以结案。\n${signedBy(file, closed)}` : '')],
      ),
      ...(closed ? [seal(file, civilDateOf(closed.meta.occurredAt))] : []),
    ],
  });
};

function printPaying(file: CaseFile): string {
  const { service, payment, writtenOff } = file.state;
  if (!service?.fineId) return '本案无应缴款项。';
  if (payment) return `${printDate(payment.paidOn)}缴清，共计${printMoney(payment.paidFen)}，款项已入国库。`;
  if (!writtenOff) return '未缴清。';
  const ground = printGround(file, 'write-off', writtenOff.ground);
  return `未缴款项${printMoney(writtenOff.fen)}已于${printDate(writtenOff.on)}终结执行，不再收缴：${ground}（${writtenOff.source}）。`;
}

function executionLines(file: CaseFile): readonly string[] {
  const words: Readonly<Record<string, string>> = penaltyKindInWords;
  return factsOf(file, 'OtherPenaltyExecuted').map(
    ({ data, meta }) => `${words[data.penalty] ?? data.penalty}：${data.how}（${printDay(meta.occurredAt)}）`,
  );
}
