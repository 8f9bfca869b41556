import { addDays, civilDateOf } from '@fajiao/kernel';
import { clockRule, closedGround, remedyRule, type ClockId } from '@fajiao/rulebook';
import { lastOf, type CaseFile, type Fill } from './case-file';
import { flush, formOf, heading, itemTable, paragraph, partyBlocks, seal } from './sheet';
import {
  nameOf,
  printArticle,
  printCitation,
  printDate,
  printGround,
  printOfficers,
  printTerm,
  sentence,
} from './words';

/** 先行登记保存证据通知书 (APL-56). */
export const preservationNotice: Fill = (file) => {
  const preserved = lastOf(file, 'EvidencePreserved');
  const { filing } = file.state;
  if (!preserved || !filing) return null;
  const { items, officers, approvedBy, place } = preserved.data;
  const on = civilDateOf(preserved.meta.occurredAt);
  return formOf(file, {
    form: 'preservation-notice',
    title: '先行登记保存证据通知书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `因当事人涉嫌${filing.offence.title}，为防止证据灭失或者以后难以取得，依据《中华人民共和国行政处罚法》第五十六条的规定，` +
          `经本机关负责人${nameOf(file, approvedBy)}批准，决定对下列物品予以先行登记保存${place === undefined ? '' : `（保存地点：${place}）`}。` +
          `在此期间，当事人或者有关人员不得销毁或者转移证据。`,
      ),
      itemTable(items),
      paragraph(`本机关将自先行登记保存之日起${termOf(file, 'preservation')}内对上述物品作出处理决定。`),
      flush(`执法人员：${printOfficers(file, officers)}`),
      { kind: 'signatures', lines: [{ label: '当事人' }] },
      seal(file, on),
    ],
  });
};

/** 先行登记保存证据处理决定书. */
export const preservationOutcome: Fill = (file) => {
  const resolved = lastOf(file, 'PreservationResolved');
  const of = file.state.preservations.find(({ preservation }) => preservation === resolved?.data.preservation);
  if (!resolved || !of) return null;
  const { outcome, note } = resolved.data;
  return formOf(file, {
    form: 'preservation-outcome',
    title: '先行登记保存证据处理决定书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `本机关于${printDate(of.on)}对当事人的下列物品予以先行登记保存。依据《中华人民共和国行政处罚法》第五十六条的规定，` +
          `现作出如下处理决定：${printGround(file, 'preservation-outcome', outcome)}。${note === undefined ? '' : sentence(note)}`,
      ),
      itemTable(of.items),
      seal(file, civilDateOf(resolved.meta.occurredAt)),
    ],
  });
};

/** 查封（扣押）决定书 with its list of items (ACL-24). */
export const seizureDecision: Fill = (file) => {
  const made = lastOf(file, 'SeizureMade');
  const { filing } = file.state;
  if (!made || !filing) return null;
  const { basis, items, place, officers, urgent, partyPresent, witness } = made.data;
  const on = civilDateOf(made.meta.occurredAt);
  const { length } = clockRule(file.law.rulebook.profile, 'seizure', on);
  return formOf(file, {
    form: 'seizure-decision',
    title: '查封（扣押）决定书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `因当事人涉嫌${filing.offence.title}，依据${printLaw(file, basis)}的规定，` +
          `本机关决定对当事人位于${place}的下列场所、设施或者财物予以查封（扣押）。`,
      ),
      ...(urgent === undefined
        ? []
        : [paragraph(`情况紧急，需要当场实施：${urgent}。执法人员已依法报告并补办批准手续。`)]),
      paragraph(`查封（扣押）期限为${length}日，自${printDate(on)}起至${printDate(addDays(on, length))}止。`),
      heading('查封（扣押）物品清单'),
      itemTable(items),
      paragraph(
        '当事人有权进行陈述和申辩。' +
          remedyAgainstMeasure(file) +
          '在查封（扣押）期间，未经本机关批准，不得使用、销毁或者转移。',
      ),
      flush(`执法人员：${printOfficers(file, officers)}`),
      paragraph(
        partyPresent ? '当事人到场，本决定书及清单已当场交付。' : `当事人未到场，由见证人${witness ?? ''}签名确认。`,
      ),
      { kind: 'signatures', lines: [{ label: partyPresent ? '当事人' : '见证人' }] },
      seal(file, on),
    ],
  });
};

/** 延长查封（扣押）期限决定书 (ACL-25). */
export const seizureExtension: Fill = (file) => {
  const extended = lastOf(file, 'SeizureExtended');
  const of = file.state.seizures.find(({ seizure }) => seizure === extended?.data.seizure);
  if (!extended || !of?.made) return null;
  return formOf(file, {
    form: 'seizure-extension',
    title: '延长查封（扣押）期限决定书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `本机关于${printDate(of.made.on)}对当事人的财物实施查封（扣押）。因情况复杂，依据《中华人民共和国行政强制法》第二十五条的规定，` +
          `决定将查封（扣押）期限延长${termOf(file, 'seizure-extension')}。理由：${sentence(extended.data.reasons)}`,
      ),
      itemTable(of.items),
      seal(file, civilDateOf(extended.meta.occurredAt)),
    ],
  });
};

/** 解除查封（扣押）决定书 (ACL-28). */
export const seizureLifting: Fill = (file) => {
  const lifted = lastOf(file, 'SeizureLifted');
  const of = file.state.seizures.find(({ seizure }) => seizure === lifted?.data.seizure);
  if (!lifted || !of) return null;
  const { ground, reasons } = lifted.data;
  return formOf(file, {
    form: 'seizure-lifting',
    title: '解除查封（扣押）决定书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `依据《中华人民共和国行政强制法》第二十八条的规定，因${printGround(file, 'seizure-lifting', ground)}，` +
          `本机关决定自即日起解除对下列财物的查封（扣押），退还当事人。${reasons === undefined ? '' : sentence(reasons)}`,
      ),
      itemTable(of.items),
      { kind: 'signatures', lines: [{ label: '当事人' }, { label: '执法人员' }] },
      seal(file, civilDateOf(lifted.meta.occurredAt)),
    ],
  });
};

/** 责令改正通知书 (APL-28). */
export const correctionOrder: Fill = (file) => {
  const ordered = lastOf(file, 'CorrectionOrdered');
  const { filing } = file.state;
  if (!ordered || !filing) return null;
  const { what, by } = ordered.data;
  return formOf(file, {
    form: 'correction-order',
    title: '责令改正通知书',
    blocks: [
      ...partyBlocks(file),
      paragraph(
        `经查，当事人涉嫌${filing.offence.title}，属于${printArticle(filing.offence)}规定的违法行为。` +
          `依据《中华人民共和国行政处罚法》第二十八条的规定，现责令当事人${by === undefined ? '立即' : `于${printDate(by)}前`}改正：${sentence(what)}`,
      ),
      paragraph('逾期不改正的，本机关将依法处理。当事人应当将改正情况书面报告本机关，本机关将依法复查。'),
      { kind: 'signatures', lines: [{ label: '当事人' }, { label: '执法人员' }] },
      seal(file, civilDateOf(ordered.meta.occurredAt)),
    ],
  });
};

function remedyAgainstMeasure(file: CaseFile): string {
  const rule = remedyRule(file.law.rulebook.profile, file.law.today);
  return (
    `当事人如不服本决定，可以自收到本决定书之日起${termOf(file, 'reconsideration')}内向${rule.reconsiderationOrgans.join('或者')}申请行政复议，` +
    `也可以自收到本决定书之日起${termOf(file, 'litigation')}内依法向${rule.court}提起行政诉讼。`
  );
}

/** The law that allows a seizure, by the id of the profile's list. */
function printLaw({ law }: CaseFile, id: string): string {
  const ground = closedGround(law.rulebook.profile, 'seizure-basis', id, law.today);
  return printCitation(ground?.basis ?? ground?.title.zh ?? id);
}

function termOf({ law }: CaseFile, id: ClockId): string {
  return printTerm(clockRule(law.rulebook.profile, id, law.today));
}
