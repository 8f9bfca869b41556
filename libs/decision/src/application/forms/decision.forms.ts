import type { Block } from '@fajiao/documents';
import { civilDateOf, type CivilDate } from '@fajiao/kernel';
import { lastOf, type CaseFile, type Fill } from './case-file';
import { evidenceBlocks } from './defence.forms';
import { evidenceLines } from './investigation.forms';
import { howHeard, howReviewed } from './course';
import { correctionText, paymentParagraphs, publicityText, remedyParagraphs } from './standard-text';
import { formOf, heading, paragraph, partyBlocks, seal } from './sheet';
import { penaltyParagraphs, printArticle, printCitation, printDate, printGround, printSource, sentence } from './words';

/** Where a number has not been drawn yet. */
const UNNUMBERED = '（编号待定）';

/** 行政处罚决定书: reasoned, with everything that APL-59 asks for. It is issued when it is served. */
export const penaltyDecision: Fill = (file) => {
  const { filing } = file.state;
  const decided = lastOf(file, 'PenaltyDecided');
  if (!filing || !decided) return null;
  const { data } = decided;
  const { offence, mitigation } = data;
  const basis = data.basis.map(printCitation).join('、');
  return formOf(file, {
    form: 'penalty-decision',
    title: '行政处罚决定书',
    authority: data.authority.name,
    number: file.state.number?.documentNumber ?? UNNUMBERED,
    blocks: [
      ...partyBlocks(file),
      ...opening(file),
      heading('一、违法事实和证据'),
      paragraph(sentence(`经查明：${data.facts}`)),
      ...evidenceBlocks(evidenceLines(file, data.evidence)),
      heading('二、告知、陈述申辩和听证情况'),
      ...howHeard(file).map(paragraph),
      ...howReviewed(file, data.proposal).map(paragraph),
      heading('三、处罚的理由和依据'),
      paragraph(
        `本机关认为，当事人的上述行为构成${offence.title}，属于${printArticle(offence)}规定的违法行为。结合案件的事实、性质、情节以及社会危害程度，` +
          `依照行政处罚裁量基准，属于“${data.tier}”档次。` +
          (mitigation
            ? `当事人具有${printGround(file, 'mitigation', mitigation.ground)}的情形（${mitigation.reason}），依法予以从轻或者减轻处罚。`
            : ''),
      ),
      ...(data.governing
        ? [
            paragraph(
              `自${printDate(data.governing.version)}起施行的规定处罚较轻，依据《中华人民共和国行政处罚法》第三十七条的规定适用该规定。${sentence(data.governing.reason)}`,
            ),
          ]
        : []),
      heading('四、处罚决定'),
      paragraph(`依据${basis}的规定，${correctionText(data.correction)}，并决定给予当事人以下行政处罚：`),
      ...penaltyParagraphs(data.penalties).map(paragraph),
      heading('五、履行方式和期限'),
      ...paymentParagraphs(data.payment, data.penalties).map(paragraph),
      heading('六、救济途径和期限'),
      ...remedyParagraphs(data.remedies).map(paragraph),
      ...publicityText(file, 'ordinary').map(paragraph),
      sealOf(data.authority.name, data.decidedOn),
    ],
  });
};

/** 不予行政处罚决定书 (APL-57, 33). */
export const noPenaltyDecision: Fill = (file) => {
  const { filing } = file.state;
  const decided = lastOf(file, 'NoPenaltyDecided');
  if (!filing || !decided) return null;
  const { data } = decided;
  const ground = printGround(file, 'no-penalty', data.ground);
  return formOf(file, {
    form: 'no-penalty-decision',
    title: '不予行政处罚决定书',
    authority: data.authority.name,
    number: file.state.number?.documentNumber ?? UNNUMBERED,
    blocks: [
      ...partyBlocks(file),
      ...opening(file),
      heading('一、查明的事实和证据'),
      paragraph(sentence(`经查明：${data.facts}`)),
      ...evidenceBlocks(evidenceLines(file)),
      heading('二、不予处罚的理由和依据'),
      paragraph(
        `本机关认为，当事人的行为涉嫌${data.offence.title}（${printArticle(data.offence)}），${ground}。${data.reasons === undefined ? '' : sentence(data.reasons)}` +
          '依据《中华人民共和国行政处罚法》的有关规定，决定对当事人不予行政处罚。',
      ),
      ...(data.education === undefined ? [] : [paragraph(`本机关依法对当事人进行了教育：${sentence(data.education)}`)]),
      heading('三、救济途径和期限'),
      ...remedyParagraphs(data.remedies).map(paragraph),
      sealOf(data.authority.name, data.decidedOn),
    ],
  });
};

/** 补正决定书 (APL-75): both texts. */
export const decisionCorrection: Fill = (file) => {
  const corrected = lastOf(file, 'ClericalErrorCorrected');
  if (!corrected) return null;
  const { field, was, is } = corrected.data;
  return formOf(file, {
    form: 'decision-correction',
    title: '补正决定书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `本机关作出的${file.state.number ? `${file.state.number.documentNumber}` : ''}决定书存在文字错误，依据《中华人民共和国行政处罚法》第七十五条的规定，` +
          `现将“${field}”一处予以补正：`,
      ),
      paragraph(`原文：${was}`),
      paragraph(`补正为：${is}`),
      paragraph('本补正决定书与原决定书具有同等法律效力，原决定书的其他内容不变。'),
      seal(file, civilDateOf(corrected.meta.occurredAt)),
    ],
  });
};

function opening(file: CaseFile): readonly Block[] {
  const { filing, approval } = file.state;
  if (!filing) return [];
  const filedOn = printDate(approval?.on ?? filing.filedOn);
  return [
    paragraph(
      `本机关根据${printSource(filing.source)}的线索，于${filedOn}对当事人涉嫌${filing.offence.title}一案立案调查。现已调查终结。`,
    ),
  ];
}

export const sealOf = (authority: string, on: CivilDate): Block => ({ kind: 'seal', authority, on: printDate(on) });
