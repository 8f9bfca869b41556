import type { Penalty } from '@fajiao/contracts';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { CaseDescription } from '../../domain/describe';
import { STATUSES, type Status } from '../../domain/status';
import { CaseClockDto } from './answer.dto';
import { CitizenDto, IndividualBusinessDto, OrganisationDto, PartyModels, type PartyDto } from './party.dto';

const penalties = {
  type: 'array' as const,
  items: {
    type: 'object' as const,
    required: ['kind'],
    properties: {
      kind: { type: 'string' as const },
      fen: { type: 'integer' as const, format: 'int64' },
      items: { type: 'array' as const, items: { type: 'string' as const } },
      days: { type: 'integer' as const },
      months: { type: 'integer' as const },
    },
  },
  example: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
};

/** Whatever else of the record is shown as it stands on file. */
const onFile = { type: 'object' as const, additionalProperties: true };
const listOnFile = { type: 'array' as const, items: onFile, example: [] };

export class NamedOffenceDto {
  /** @example 'CT-NET-31-1' */
  code!: string;

  /** @example '在规定的营业时间以外营业' */
  title!: string;

  /** @example '互联网上网服务营业场所管理条例' */
  statute!: string;

  /** @example '第三十一条第（一）项' */
  article!: string;
}

/** 立案审批表 as it stands on file. */
@PartyModels()
export class FilingDto {
  @ApiProperty({
    oneOf: [IndividualBusinessDto, OrganisationDto, CitizenDto].map((value) => ({ $ref: getSchemaPath(value) })),
  })
  party!: PartyDto;

  offence!: NamedOffenceDto;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-09' })
  actDate!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  actEndDate!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '县城示例街1号' })
  place!: string | null;

  @ApiProperty({ ...onFile, example: { kind: 'complaint', ref: '12345-2023-0909-017' } })
  source!: object;

  /** @example '凌晨1时30分仍在营业' */
  facts!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  harm!: string | null;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-11' })
  filedOn!: string;

  /** @example 'officer-1' */
  filedBy!: string;

  /** Open cases with a fine for an overlapping act of the same party: a warning (APL-29). */
  @ApiProperty({ type: [String], example: [] })
  overlaps!: readonly string[];

  /** @example 0 */
  revision!: number;
}

/** One version of the proposal, and from which version on notice, review and deliberation hold for it. */
export class ProposalVersionDto {
  /** @example 1 */
  version!: number;

  @ApiProperty(penalties)
  penalties!: readonly Penalty[];

  /** @example '一般' */
  tier!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  reasons!: string | null;

  @ApiProperty({ ...onFile, nullable: true, example: null })
  mitigation!: object | null;

  /** @example 1 */
  noticeFrom!: number;

  /** @example 1 */
  reviewFrom!: number;

  /** @example 1 */
  deliberationFrom!: number;

  @ApiProperty({ enum: ['officers', 'deliberation'], example: 'officers' })
  madeBy!: 'officers' | 'deliberation';

  @ApiProperty({ type: String, format: 'date', example: '2023-09-20' })
  on!: string;

  /** @example 5 */
  revision!: number;
}

/** Who did what on a case, as far as duties are kept apart. Staff ids. */
export class DutiesDto {
  @ApiProperty({ type: [String], example: ['officer-1'] })
  filed!: readonly string[];

  @ApiProperty({ type: [String], example: ['lead-1'] })
  approved!: readonly string[];

  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  investigated!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  recused!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  reviewed!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  chaired!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  deliberated!: readonly string[];

  @ApiProperty({ type: [String], example: ['head-1'] })
  decided!: readonly string[];
}

/** One event of the case: what happened, when, by whom. */
export class LogEntryDto {
  /** @example 0 */
  revision!: number;

  /** @example 'CaseFiled' */
  type!: string;

  /** When it happened. */
  @ApiProperty({ type: String, format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  recordedAt!: string;

  /** @example 'officer-1' */
  by!: string;
}

/** A case folded from its history: everything on file, and what follows from it today. */
export class CaseDto implements Record<keyof CaseDescription, unknown> {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** Of the last event. */
  @ApiProperty({ type: 'integer', example: 8 })
  revision!: number;

  /**
   * SHA-256 of the case as of its last record: an auditor's replay comes to the same.
   * @example '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455'
   */
  stateDigest!: string;

  @ApiProperty({ enum: STATUSES, example: 'decided' })
  status!: Status;

  @ApiProperty({ enum: ['penalty', 'no-penalty', 'dropped'], nullable: true, example: 'penalty' })
  outcome!: 'penalty' | 'no-penalty' | 'dropped' | null;

  filing!: FilingDto;

  /** Full years at the act; null where the party is no citizen. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  ageAtAct!: number | null;

  @ApiProperty({ ...onFile, nullable: true, example: { on: '2023-09-12', markedMajor: false, revision: 1 } })
  approval!: object | null;

  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  officers!: readonly string[];

  @ApiProperty(listOnFile)
  evidence!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  conclusions!: object | null;

  /** The version that stands. */
  @ApiProperty({ type: ProposalVersionDto, nullable: true })
  proposal!: ProposalVersionDto | null;

  @ApiProperty({ type: [ProposalVersionDto] })
  proposals!: readonly ProposalVersionDto[];

  /** Complex or serious (APL-57, 58). */
  @ApiProperty({ type: Boolean, example: false })
  major!: boolean;

  @ApiProperty({ type: Boolean, example: false })
  legalReviewRequired!: boolean;

  @ApiProperty({ type: Boolean, example: false })
  deliberationRequired!: boolean;

  /** Kinds of penalties that give the right to a hearing (APL-63). */
  @ApiProperty({ type: [String], example: [] })
  hearingRight!: readonly string[];

  @ApiProperty(listOnFile)
  notices!: readonly object[];

  @ApiProperty(listOnFile)
  waivers!: readonly object[];

  @ApiProperty(listOnFile)
  statements!: readonly object[];

  @ApiProperty({ ...onFile, example: { requested: null, noticed: null, ended: null } })
  hearing!: object;

  @ApiProperty(listOnFile)
  reviews!: readonly object[];

  @ApiProperty(listOnFile)
  deliberations!: readonly object[];

  @ApiProperty(listOnFile)
  pauses!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  extension!: object | null;

  @ApiProperty({ ...onFile, nullable: true, example: { outcome: 'penalty', decidedOn: '2023-09-28', by: 'head-1' } })
  decision!: object | null;

  @ApiProperty({ type: String, nullable: true, example: '（示）文综罚字〔2023〕第1号' })
  documentNumber!: string | null;

  @ApiProperty({ ...onFile, nullable: true, example: { mode: 'direct', servedOn: '2023-09-28' } })
  service!: object | null;

  @ApiProperty({ ...onFile, nullable: true, example: null })
  payment!: object | null;

  /** Kinds of penalties other than money that were carried out. */
  @ApiProperty({ type: [String], example: [] })
  executed!: readonly string[];

  /** Kinds that are still to be carried out. */
  @ApiProperty({ type: [String], example: [] })
  penaltiesToExecute!: readonly string[];

  @ApiProperty(listOnFile)
  corrections!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  ending!: object | null;

  @ApiProperty(listOnFile)
  recordedLate!: readonly object[];

  duties!: DutiesDto;

  @ApiProperty({ type: [CaseClockDto] })
  clocks!: readonly CaseClockDto[];

  @ApiProperty({ type: [LogEntryDto] })
  log!: readonly LogEntryDto[];
}
