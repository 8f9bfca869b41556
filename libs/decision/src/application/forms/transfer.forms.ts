import { civilDateOf } from '@fajiao/kernel';
import { lastOf, type Fill } from './case-file';
import { evidenceLines } from './investigation.forms';
import { caseRows, cell, formOf, grid, paragraph, seal, signedBy } from './sheet';
import { printDate, sentence } from './words';

/** 案件移送审批表 (APL-27, D310). */
export const transferApproval: Fill = (file) => {
  const proposed = lastOf(file, 'TransferProposed');
  if (!proposed) return null;
  const { kind, to, ground } = proposed.data;
  const answer = file.facts.findLast((fact) => fact.type === 'TransferApproved' || fact.type === 'TransferRefused');
  const refused = answer?.type === 'TransferRefused' ? answer.data.reasons : undefined;
  const answered = answer && answer.revision > proposed.revision ? answer : undefined;
  return formOf(file, {
    form: 'transfer-approval',
    title: kind === 'justice' ? '涉嫌犯罪案件移送审批表' : '案件移送审批表',
    blocks: [
      grid(
        ...caseRows(file),
        [cell('简要案情', file.state.conclusions?.findings ?? file.state.filing?.facts ?? '—')],
        [cell('拟移送机关', to)],
        [cell('移送理由和依据', `${ground}\n${signedBy(file, proposed)}`)],
        [
          cell(
            '正职负责人意见',
            answered
              ? `${refused === undefined ? '同意移送。' : `不予移送。理由：${refused}`}\n${signedBy(file, answered)}`
              : '',
          ),
        ],
      ),
    ],
  });
};

/** 案件移送函. */
export const transferLetter: Fill = (file) => {
  const handed = lastOf(file, 'CaseHandedOver');
  const { filing, decision, number } = file.state;
  if (!handed || !filing) return null;
  const { kind, to, receipt } = handed.data;
  const proposed = lastOf(file, 'TransferProposed');
  const evidence = evidenceLines(file);
  return formOf(file, {
    form: 'transfer-letter',
    title: kind === 'justice' ? '涉嫌犯罪案件移送书' : '案件移送函',
    blocks: [
      { kind: 'paragraph', text: `${to}：`, flush: true },
      paragraph(
        `本机关在办理${filing.party.name}涉嫌${filing.offence.title}一案中，经调查：${sentence(file.state.conclusions?.findings ?? filing.facts)}`,
      ),
      paragraph(
        `${proposed ? `移送理由：${sentence(proposed.data.ground)}` : ''}依据《中华人民共和国行政处罚法》${kind === 'justice' ? '第二十七条' : '第二十二条、第二十五条'}的规定，` +
          '现将该案移送你机关处理，处理结果请及时函告本机关。',
      ),
      ...(decision
        ? [
            paragraph(
              `本机关已于${printDate(decision.decidedOn)}就该案作出决定（${number?.documentNumber ?? '—'}），` +
                '依据《行政执法机关移送涉嫌犯罪案件的规定》第十一条，决定书副本随案抄送；已处罚款的，请依法折抵罚金。',
            ),
          ]
        : []),
      ...(evidence.length > 0
        ? [{ kind: 'attachments' as const, items: evidence.map((line) => line.replace(/^\d+\. /, '')) }]
        : []),
      paragraph(`接收回执：${receipt}`),
      seal(file, civilDateOf(handed.meta.occurredAt)),
    ],
  });
};
