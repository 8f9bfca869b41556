import { IsCivilDate, IsFen, IsInstant, IsUuid, PageQueryDto, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, Max } from 'class-validator';
import { CLOSED_HOW, type ClosedHow } from '../domain/statement/discrepancy.events';
import { MOST_FEN } from '../domain/statement/statement-line';
import { WORK_KINDS, type WorkKind } from '../read/worklist.queries';
import { IsBankReference } from './bank-fields';
import { MoneyDto } from './money.dto';

const ID = /^[A-Za-z0-9._-]{1,64}$/;

export class WorklistQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(WORK_KINDS)
  @ApiPropertyOptional({ enum: WORK_KINDS, example: 'suspense' })
  kind?: WorkKind;

  @IsOptional()
  @Matches(ID)
  @ApiPropertyOptional({ example: 'bank-a' })
  bank?: string;

  @IsOptional()
  @Matches(ID)
  @ApiPropertyOptional({ example: undefined })
  owner?: string;
}

/** The date by which somebody has to have dealt with it. */
export class WorkClockDto {
  @ApiProperty({ example: 'discrepancy' })
  rule!: string;

  /** Null: the calendar's year is not loaded. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  due!: string | null;

  @ApiProperty({ example: 'internal control' })
  source!: string;

  overdue!: boolean;
}

export class WorkRequestDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['apply', 'return', 'correct'], example: 'apply' })
  what!: 'apply' | 'return' | 'correct';

  /** Who asked; another person has to authorise it. */
  @ApiProperty({ example: 'clerk-1' })
  by!: string;

  /** A return that the treasury has still to make. */
  authorised!: boolean;
}

/** What waits for a finance clerk. */
export class WorkItemDto {
  @ApiProperty({ example: 'line:bank-a-2023-10-08:3' })
  id!: string;

  @ApiProperty({ enum: WORK_KINDS, example: 'line' })
  kind!: WorkKind;

  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  @ApiProperty({ format: 'date', example: '2023-10-08' })
  day!: string;

  @ApiProperty({ type: String, nullable: true, example: 'A20231008000117' })
  reference!: string | null;

  amount!: MoneyDto;

  /** Bucket of a line, reason of held money, or `unknown-to-bank`. */
  @ApiProperty({ example: 'amount-differs' })
  reason!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fineId!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: { reportedFen: 5000000 } })
  because!: Readonly<Record<string, string | number>> | null;

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  owner!: string | null;

  clock!: WorkClockDto;

  /** It may wait until that day. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  keptUntil!: string | null;

  @ApiProperty({ type: WorkRequestDto, nullable: true })
  request!: WorkRequestDto | null;

  /** What may be done next. */
  @ApiProperty({ type: [String], example: ['assign', 'request-correction', 'close', 'hold'] })
  nextSteps!: readonly string[];
}

export class WorklistDto {
  @ApiProperty({ type: [WorkItemDto] })
  items!: readonly WorkItemDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}

export class AssignWorkDto {
  /** Id of a finance clerk. */
  @Matches(ID)
  @ApiProperty({ example: 'clerk-1' })
  owner!: string;
}

export class KeepWorkDto {
  /** It is looked at again on that day. */
  @IsCivilDate()
  until!: string;

  @Text({ max: 500 })
  @ApiProperty({ example: '等待银行答复' })
  reason!: string;
}

export class ApplyMoneyDto {
  /** The fine that the money belongs to. */
  @IsUuid()
  fineId!: string;

  @Text({ max: 500 })
  @ApiProperty({ example: '付款人来函说明缴款码少写一位' })
  reason!: string;
}

export class ReturnMoneyDto {
  @Text({ max: 500 })
  @ApiProperty({ example: '误缴' })
  reason!: string;
}

export class AuthoriseResolutionDto {
  /** Of the finance authority (财政部门批准文号); a return needs it. */
  @IsOptional()
  @Text({ max: 100 })
  @ApiPropertyOptional({ example: '忻财退〔2024〕12号' })
  approvalNumber?: string;
}

export class CancelWorkDto {
  @Text({ max: 500 })
  @ApiProperty({ example: '付款人撤回' })
  reason!: string;
}

export class CloseDiscrepancyDto {
  @IsIn(CLOSED_HOW)
  @ApiProperty({ enum: CLOSED_HOW, example: 'bank-confirms-duplicate' })
  how!: ClosedHow;

  @Text({ max: 500 })
  @ApiProperty({ example: '银行确认重复列示' })
  reason!: string;
}

export class RequestCorrectionDto {
  /** The amount that holds, in fen: that of the callback; 0 where the statement lacks it and the bank says that none came. */
  @IsFen({ min: 0 })
  @Max(MOST_FEN)
  fen!: number;

  /** The bank's letter (银行更正函). */
  @Text({ max: 200 })
  @ApiProperty({ example: '示例银行更正函2024-7' })
  document!: string;

  @Text({ max: 500 })
  @ApiProperty({ example: '对账单误列' })
  reason!: string;
}

/** Held money was paid back for the treasury (退库). */
export class ReportSuspensePayOutDto {
  @IsUuid()
  suspenseId!: string;

  /** The bank's own number of the payment back. */
  @IsBankReference('T20240418000001')
  reference!: string;

  @IsFen({ min: 1 })
  @Max(MOST_FEN)
  fen!: number;

  @IsInstant()
  madeAt!: string;
}

export class WorkEventDto {
  @ApiProperty({ example: 'ResolutionRequested' })
  type!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  revision!: number;
}

export class WorkAnswerDto {
  /** Of the held money, or key of the discrepancy. */
  @ApiProperty({ example: 'line-3' })
  id!: string;

  @ApiProperty({ type: [WorkEventDto] })
  events!: readonly WorkEventDto[];
}

export class ResolutionDto {
  @ApiProperty({ format: 'uuid' })
  resolutionId!: string;

  @ApiProperty({ enum: ['apply', 'return'], example: 'apply' })
  kind!: 'apply' | 'return';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fineId!: string | null;

  @ApiProperty({ example: '误缴' })
  reason!: string;

  @ApiProperty({ example: 'clerk-1' })
  requestedBy!: string;

  @ApiProperty({ enum: ['requested', 'authorised', 'cancelled'], example: 'requested' })
  state!: 'requested' | 'authorised' | 'cancelled';

  @ApiProperty({ type: String, nullable: true, example: null })
  approvalNumber!: string | null;
}

/** Money that no fine takes (暂收款). */
export class SuspenseDto {
  @ApiProperty({ format: 'uuid' })
  suspenseId!: string;

  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  @ApiProperty({ example: 'A20231008000117' })
  reference!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;

  @ApiProperty({ enum: ['unknown-code', 'fine-cancelled'], example: 'unknown-code' })
  reason!: string;

  @ApiProperty({ type: String, nullable: true, example: '99999999999999999999' })
  code!: string | null;

  @ApiProperty({ enum: ['held', 'applied', 'returned', 'paid-back'], example: 'held' })
  state!: string;

  /** The fine that has it, or that was cancelled. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fineId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  owner!: string | null;

  @ApiProperty({ type: [ResolutionDto] })
  resolutions!: readonly ResolutionDto[];
}
