import { ApiProperty } from '@nestjs/swagger';
import type { CaseDescription } from '../../domain/describe';
import { STATUSES, type Status } from '../../domain/status';
import { AfterServiceDto } from './after-service.dto';
import { CaseClockDto } from './answer.dto';
import { CaseAttachmentDto } from './attachment.dto';
import {
  FilingDto,
  ProposalVersionDto,
  DutiesDto,
  IssuedDocumentDto,
  LogEntryDto,
  onFile,
  listOnFile,
} from './case-parts.dto';

/** A case folded from its history: everything on file, and what follows from it today. */
export class CaseDto extends AfterServiceDto implements Record<keyof CaseDescription, unknown> {
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

  @ApiProperty({ enum: ['penalty', 'no-penalty', 'dropped', 'transferred'], nullable: true, example: 'penalty' })
  outcome!: 'penalty' | 'no-penalty' | 'dropped' | 'transferred' | null;

  /** Simple: decided on the spot (APL-51). */
  @ApiProperty({ enum: ['ordinary', 'simple'], example: 'ordinary' })
  procedure!: 'ordinary' | 'simple';

  filing!: FilingDto;

  /** Full years at the act; null where the party is no citizen. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  ageAtAct!: number | null;

  @ApiProperty({ ...onFile, nullable: true, example: { on: '2023-09-12', markedMajor: false, revision: 1 } })
  approval!: object | null;

  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  officers!: readonly string[];

  /** Challenges (回避申请), and what was decided on them. */
  @ApiProperty({ ...listOnFile, example: [] })
  recusalRequests!: readonly object[];

  /** Each with its origin, how it was verified, and everybody who held it. */
  @ApiProperty(listOnFile)
  evidence!: readonly object[];

  /** The files that evidence names, and which of them are kept here. */
  @ApiProperty({ type: [CaseAttachmentDto], example: [] })
  attachments!: readonly CaseAttachmentDto[];

  @ApiProperty(listOnFile)
  samples!: readonly object[];

  /** Of evidence in advance (先行登记保存); `lapsed` where nobody resolved it in time. */
  @ApiProperty(listOnFile)
  preservations!: readonly object[];

  /** 查封、扣押; `lapsedSince` where nobody lifted it in time. */
  @ApiProperty(listOnFile)
  seizures!: readonly object[];

  /** 责令改正, with every re-inspection. */
  @ApiProperty(listOnFile)
  correctionOrders!: readonly object[];

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

  @ApiProperty({ ...onFile, example: { requested: null, withdrawn: null, noticed: null, ended: null } })
  hearing!: object;

  @ApiProperty(listOnFile)
  reviews!: readonly object[];

  @ApiProperty(listOnFile)
  deliberations!: readonly object[];

  @ApiProperty(listOnFile)
  pauses!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  extension!: object | null;

  /** To the justice organs or another authority, with what came of them. */
  @ApiProperty(listOnFile)
  transfers!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: { outcome: 'penalty', decidedOn: '2023-09-28', by: 'head-1' } })
  decision!: object | null;

  @ApiProperty({ type: String, nullable: true, example: '（示）文综罚字〔2023〕第1号' })
  documentNumber!: string | null;

  @ApiProperty({ ...onFile, nullable: true, example: { mode: 'direct', servedOn: '2023-09-28' } })
  service!: object | null;

  /** A decision made on the spot was reported to the authority (APL-52). */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  spotReport!: object | null;

  /** Money taken on the spot, until and since it was handed in (APL-68 to 71). */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  spotMoney!: object | null;

  @ApiProperty({ ...onFile, nullable: true, example: null })
  payment!: object | null;

  /** What the collecting side has written off (终结执行, ACL-39, 40), and on which ground. */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  writtenOff!: object | null;

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

  @ApiProperty({ type: [IssuedDocumentDto] })
  documents!: readonly IssuedDocumentDto[];

  @ApiProperty({ type: [LogEntryDto] })
  log!: readonly LogEntryDto[];
}
