import type { Block } from '@fajiao/documents';
import type { EvidenceKind } from '../../domain/events';
import { factsOf, type CaseFile, type FactOf, type Fill } from './case-file';
import { caseRows, cell, flush, formOf, grid, heading, itemTable, paragraph } from './sheet';
import { evidenceKindInWords, nameOf, printDay, printMoment, printOfficers } from './words';

const STATUS = { collected: '待查证', verified: '已查证属实', excluded: '已排除' } as const;

/** 证据目录: everything collected, and what became of it. */
export const evidenceList: Fill = (file) => {
  const collected = factsOf(file, 'EvidenceCollected');
  if (collected.length === 0) return null;
  const status = new Map(file.state.evidence.map((item) => [item.evidence, STATUS[item.status]]));
  return formOf(file, {
    form: 'evidence-list',
    title: '证据目录',
    blocks: [
      grid(...caseRows(file).slice(0, 1)),
      {
        kind: 'table',
        columns: [
          { title: '序号', width: 1 },
          { title: '种类', width: 2.4 },
          { title: '名称', width: 3.6 },
          { title: '收集日期', width: 2.6 },
          { title: '状态', width: 1.8 },
        ],
        rows: collected.map(({ data, meta }) => [
          String(data.evidence),
          evidenceKindInWords[data.kind],
          data.title,
          printDay(meta.occurredAt),
          status.get(data.evidence) ?? '',
        ]),
      },
      heading('各件文件的SHA-256校验值'),
      ...collected.map(({ data }) => flush(`${data.evidence}. ${data.sha256}`)),
    ],
  });
};

/** 现场检查（勘验）笔录: as far as the record holds it; the record itself is the file with the digest. */
export const inspectionRecord: Fill = (file) =>
  recordOf(file, ['inspection-record'], {
    form: 'inspection-record',
    title: '现场检查（勘验）笔录',
    opening: '执法人员向当事人出示执法证件，告知其配合检查的义务和申请回避的权利后，进行了现场检查。',
    of: '检查',
  });

/** 调查询问笔录. */
export const questioningRecord: Fill = (file) =>
  recordOf(file, ['party-statement', 'witness-testimony'], {
    form: 'questioning-record',
    title: '调查询问笔录',
    opening: '执法人员向被询问人出示执法证件，告知其如实回答询问的义务和申请回避的权利后，进行了询问。',
    of: '询问',
  });

interface RecordForm {
  readonly form: string;
  readonly title: string;
  readonly opening: string;
  readonly of: string;
}

function recordOf(file: CaseFile, kinds: readonly EvidenceKind[], told: RecordForm) {
  const records = factsOf(file, 'EvidenceCollected').filter(({ data }) => kinds.includes(data.kind));
  if (records.length === 0) return null;
  const blocks = records.flatMap((record) => recordBlocks(file, record, told));
  return formOf(file, { form: told.form, title: told.title, blocks });
}

function recordBlocks(
  file: CaseFile,
  { data, meta }: FactOf<'EvidenceCollected'>,
  { opening, of }: RecordForm,
): Block[] {
  const { origin } = data;
  const signed = origin?.partySigned === false ? `当事人未签名：${origin.notSignedBecause ?? '未说明'}` : undefined;
  return [
    heading(`证据${data.evidence}\u3000${data.title}`),
    grid(
      [
        cell(`${of}时间`, printMoment(meta.occurredAt)),
        cell(`${of}地点`, origin?.place ?? file.state.filing?.place ?? '—'),
      ],
      [cell('执法人员', printOfficers(file, data.officers))],
      [cell(of === '询问' ? '被询问人' : '当事人', origin?.providedBy ?? file.state.filing?.party.name ?? '—')],
      [cell('记录人', nameOf(file, meta.actor.id))],
      [cell('笔录文件校验值', data.sha256)],
    ),
    paragraph(opening),
    paragraph(`笔录内容见所附文件《${data.title}》，以上述校验值为准。`),
    ...(signed === undefined ? [] : [paragraph(signed)]),
    {
      kind: 'signatures',
      lines: [{ label: of === '询问' ? '被询问人' : '当事人' }, { label: '执法人员' }, { label: '记录人' }],
    },
  ];
}

/** 抽样取证凭证. */
export const samplingReceipt: Fill = (file) => {
  const samples = factsOf(file, 'EvidenceSampled');
  if (samples.length === 0) return null;
  return formOf(file, {
    form: 'sampling-receipt',
    title: '抽样取证凭证',
    blocks: [
      grid(...caseRows(file)),
      ...samples.flatMap(({ data, meta }): Block[] => [
        heading(`第${data.sample}次抽样`),
        grid(
          [cell('抽样时间', printMoment(meta.occurredAt)), cell('抽样地点', data.place ?? '—')],
          [cell('抽样方法', data.method)],
          [cell('执法人员', printOfficers(file, data.officers))],
        ),
        itemTable(data.items),
      ]),
      { kind: 'signatures', lines: [{ label: '当事人' }, { label: '执法人员' }] },
    ],
  });
};
