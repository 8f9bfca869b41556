import { lastOf, type Fill } from './case-file';
import { sealOf } from './decision.forms';
import { flush, formOf, heading, paragraph, partyBlocks } from './sheet';
import { correctionText, paymentParagraphs, publicityText, remedyParagraphs } from './standard-text';
import {
  penaltyParagraphs,
  printArticle,
  printCitation,
  printDate,
  printGround,
  printMoment,
  printOfficers,
  sentence,
} from './words';

/** 当场行政处罚决定书 (APL-52). It is handed over when it is made; its number is drawn at once. */
export const spotDecision: Fill = (file) => {
  const decided = lastOf(file, 'SpotPenaltyDecided');
  if (!decided) return null;
  const { data, meta } = decided;
  const { offence, statement, mitigation } = data;
  return formOf(file, {
    form: 'spot-decision',
    title: '当场行政处罚决定书',
    authority: data.authority.name,
    number: file.state.number?.documentNumber ?? '（编号待定）',
    blocks: [
      ...partyBlocks(file),
      heading('一、违法事实'),
      paragraph(
        `当事人于${printDate(data.actDate)}${data.actEndDate ? `至${printDate(data.actEndDate)}` : ''}：${sentence(data.facts)}`,
      ),
      heading('二、告知和陈述申辩'),
      paragraph(
        '执法人员出示执法证件，当场告知当事人拟作出的行政处罚内容及事实、理由、依据，以及当事人依法享有的陈述、申辩的权利。' +
          (statement
            ? `当事人提出：${statement.text}。经复核，${statement.adopted ? '予以采纳' : '不予采纳'}，理由：${statement.reasons}。`
            : '当事人未提出陈述、申辩意见。'),
      ),
      heading('三、处罚依据和决定'),
      paragraph(
        `当事人的上述行为构成${offence.title}，属于${printArticle(offence)}规定的违法行为，依照行政处罚裁量基准属于“${data.tier}”档次。` +
          (mitigation
            ? `当事人具有${printGround(file, 'mitigation', mitigation.ground)}的情形（${mitigation.reason}）。`
            : '') +
          `依据${data.basis.map(printCitation).join('、')}和《中华人民共和国行政处罚法》第五十一条的规定，` +
          `${correctionText(data.correction)}，并当场决定给予以下行政处罚：`,
      ),
      ...penaltyParagraphs(data.penalties).map(paragraph),
      heading('四、履行方式和期限'),
      ...paymentParagraphs(data.payment, data.penalties).map(paragraph),
      heading('五、救济途径和期限'),
      ...remedyParagraphs(data.remedies).map(paragraph),
      ...publicityText(file, 'simple').map(paragraph),
      paragraph('本决定书已当场交付当事人。'),
      flush(`处罚地点：${data.place}`),
      flush(`处罚时间：${printMoment(meta.occurredAt)}`),
      flush(`执法人员：${printOfficers(file, data.officers)}`),
      {
        kind: 'signatures',
        lines: [
          { label: '当事人', ...(data.signedBy !== undefined && { name: data.signedBy }) },
          { label: '执法人员' },
        ],
      },
      sealOf(data.authority.name, data.decidedOn),
    ],
  });
};
