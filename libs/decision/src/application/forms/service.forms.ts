import type { GridCell } from '@fajiao/documents';
import type { Instant } from '@fajiao/kernel';
import type { Service } from '../../domain/events';
import { factsOf, type CaseFile, type Fill } from './case-file';
import { caseRows, cell, formOf, grid, heading } from './sheet';
import { nameOf, printDate, printDay, serviceModeInWords } from './words';

interface Served {
  readonly document: string;
  readonly number?: string | undefined;
  readonly service: Service;
  readonly by: string;
  readonly at: Instant;
}

/** 送达回证 (APL-61): one for every document that was served, oldest first. */
export const proofOfService: Fill = (file) => {
  const served = servedIn(file);
  if (served.length === 0) return null;
  return formOf(file, {
    form: 'proof-of-service',
    title: '送达回证',
    blocks: [
      grid(...caseRows(file)),
      ...served.flatMap((one) => [heading(one.document), grid(...rowsOf(file, one)), signatures]),
    ],
  });
};

const signatures = { kind: 'signatures', lines: [{ label: '收件人' }, { label: '送达人' }] } as const;

function rowsOf(file: CaseFile, { document, number, service, by, at }: Served): (readonly GridCell[])[] {
  return [
    [cell('送达文书', document + (number === undefined ? '' : `\u3000${number}`))],
    [cell('受送达人', file.state.filing?.party.name ?? '—'), cell('送达方式', serviceModeInWords[service.mode])],
    [
      cell('送达日期', printDate(service.servedOn)),
      cell('公告日期', service.publishedOn ? printDate(service.publishedOn) : '—'),
    ],
    [cell('收件人', service.signedBy ?? '—'), cell('送达人', `${nameOf(file, by)}\u3000${printDay(at)}`)],
    [cell('备注', service.proof ?? '—')],
  ];
}

function servedIn(file: CaseFile): readonly Served[] {
  const number = file.state.number?.documentNumber;
  const served = [
    ...factsOf(file, 'PriorNoticeServed').map(({ data, meta, revision }) => ({
      ...{ document: '行政处罚事先告知书', service: data, by: meta.actor.id, at: meta.occurredAt, revision },
    })),
    ...factsOf(file, 'DecisionServed').map(({ data, meta, revision }) => ({
      document: file.state.decision?.outcome === 'no-penalty' ? '不予行政处罚决定书' : '行政处罚决定书',
      ...{ number, service: data, by: meta.actor.id, at: meta.occurredAt, revision },
    })),
    ...factsOf(file, 'DemandIssued').map(({ data, meta, revision }) => ({
      ...{
        document: '履行行政处罚决定催告书',
        service: data.service,
        by: meta.actor.id,
        at: meta.occurredAt,
        revision,
      },
    })),
  ];
  return served.sort((one, other) => one.revision - other.revision);
}
