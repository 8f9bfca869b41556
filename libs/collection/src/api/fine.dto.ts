import type { Party } from '@fajiao/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FINE_STAGES, type FineStage } from '../domain/fine/fine-view';
import { MoneyDto } from './money.dto';

const date = { type: String, format: 'date', example: '2023-10-13' } as const;
const dateOrNull = { ...date, nullable: true } as const;
const moneyOrNull = { type: MoneyDto, nullable: true } as const;

/** A fine in the list. What is due on a day is told by `amount-due`. */
export class ListedFineDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2023〕第1号' */
  documentNumber!: string;

  @ApiProperty({ type: String, nullable: true, example: '示例网络服务中心' })
  partyName!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '14092223481920375167' })
  paymentCode!: string | null;

  /** Paid by the first proof, settled by the second, closable by all three. */
  @ApiProperty({ enum: FINE_STAGES, example: 'open' })
  state!: FineStage;

  @ApiProperty({ ...date, example: '2023-09-28' })
  decidedOn!: string;

  @ApiProperty({ ...date, example: '2023-09-28' })
  servedOn!: string;

  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  /** All that was received and not taken back. */
  received!: MoneyDto;

  /** Of it, what nothing is owed for (多缴). */
  held!: MoneyDto;

  /** Day of the payment that extinguished the debt. */
  @ApiProperty({ ...dateOrNull, example: null })
  paidOn!: string | null;
}

export class FineListDto {
  @ApiProperty({ type: [ListedFineDto] })
  items!: readonly ListedFineDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}

/** The term of payment (APL-67), and why its end is what it is. */
export class PaymentTermDto {
  /** @example 'payment' */
  rule!: string;

  /** @example 'APL-67' */
  source!: string;

  /** @example 'statute' */
  standing!: string;

  @ApiProperty({ type: 'integer', example: 15 })
  length!: number;

  /** @example 'cd' */
  unit!: string;

  /** @example 'latest' */
  bound!: string;

  /** @example 'DecisionServed' */
  startedBy!: string;

  @ApiProperty({ ...date, example: '2023-09-28' })
  startedOn!: string;

  @ApiProperty({ type: 'array', items: { type: 'object' }, example: [] })
  pausedBy!: readonly object[];

  @ApiProperty({ type: 'array', items: { type: 'string', format: 'date' }, example: [] })
  previousDue!: readonly string[];

  /** Null where the calendar lacks the year. */
  @ApiProperty(dateOrNull)
  due!: string | null;

  /** Where `due` is null: the earliest day that it can be. */
  @ApiPropertyOptional({ ...date, example: undefined })
  notBefore?: string;

  /** Where `due` is null: why. */
  @ApiPropertyOptional({ type: String, example: undefined })
  reason?: string;

  /** The rest day from which the end ran on to `due`. */
  @ApiPropertyOptional({ ...date, example: undefined })
  rolledFrom?: string;
}

export class FinePartyDto {
  @ApiProperty({ enum: ['citizen', 'organisation', 'individual-business'], example: 'individual-business' })
  kind!: Party['kind'];

  /** @example '示例网络服务中心' */
  name!: string;
}

export class PaymentReversedDto {
  /** Reference of the reversal. */
  @ApiProperty({ example: 'A20231008000903' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  reversedAt!: string;
}

/** A payment; that it is here is its first proof. */
export class FinePaymentDto {
  /** @example 'bank-a' */
  bank!: string;

  /** @example 'A20231008000117' */
  reference!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;

  /** Second proof: date of the bank's statement. */
  @ApiProperty({ ...dateOrNull, example: '2023-10-08' })
  confirmedOn!: string | null;

  /** Third proof: when the treasury got it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  creditedAt!: string | null;

  @ApiProperty({ type: PaymentReversedDto, nullable: true })
  reversed!: PaymentReversedDto | null;
}

/** A fine, folded from its stream. Amounts are those at the end of `on`; null where the calendar lacks a year. */
export class FineDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2023〕第1号' */
  documentNumber!: string;

  party!: FinePartyDto;

  /** Paid by the first proof, settled by the second, closable by all three. */
  @ApiProperty({ enum: FINE_STAGES, example: 'paid' })
  state!: FineStage;

  @ApiProperty({ ...date, example: '2023-09-28' })
  decidedOn!: string;

  @ApiProperty({ ...date, example: '2023-09-28' })
  servedOn!: string;

  @ApiProperty({ ...dateOrNull, example: null })
  cancelledOn!: string | null;

  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  /** Whether the decision states a surcharge; otherwise none ever arises. */
  @ApiProperty({ example: true })
  surchargeStated!: boolean;

  /** @example '14092223481920375167' */
  paymentCode!: string;

  @ApiProperty(dateOrNull)
  paymentDue!: string | null;

  paymentTerm!: PaymentTermDto;

  @ApiProperty({ ...date, example: '2023-10-09' })
  on!: string;

  /** Received and counted towards the debt. */
  @ApiProperty(moneyOrNull)
  paid!: MoneyDto | null;

  /** Received beyond the debt, and held (多缴). */
  @ApiProperty({ ...moneyOrNull, example: { currency: 'CNY', fen: 0 } })
  overpaid!: MoneyDto | null;

  /** All surcharge that has arisen (加处罚款). */
  @ApiProperty({ ...moneyOrNull, example: { currency: 'CNY', fen: 0 } })
  surcharge!: MoneyDto | null;

  @ApiProperty({ ...moneyOrNull, example: { currency: 'CNY', fen: 0 } })
  outstanding!: MoneyDto | null;

  @ApiProperty({ type: [FinePaymentDto] })
  payments!: readonly FinePaymentDto[];

  @ApiProperty({ type: 'integer', example: 3 })
  revision!: number;

  /**
   * SHA-256 of this description as of the last record: the auditor's replay comes to the same.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  stateDigest!: string;
}

/** What is due on a day, before any payment of that day, and what it is made of. */
export class AmountDueDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ ...date, example: '2023-10-20' })
  on!: string;

  amountDue!: MoneyDto;

  /** Of it, the fine itself. */
  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  surcharge!: MoneyDto;

  @ApiProperty(dateOrNull)
  paymentDue!: string | null;

  paymentTerm!: PaymentTermDto;
}

export class SurchargeDayDto {
  @ApiProperty({ ...date, example: '2023-10-14' })
  day!: string;

  /** The fine that was unpaid and overdue at the start of the day. */
  base!: MoneyDto;

  /** Arisen up to and including the day. */
  arisen!: MoneyDto;
}

/** The surcharge that has arisen up to and including a day (APL-72). */
export class SurchargeDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ ...date, example: '2023-10-20' })
  on!: string;

  surcharge!: MoneyDto;

  /** Whether the decision states a surcharge; otherwise none ever arises. */
  @ApiProperty({ example: true })
  stated!: boolean;

  /** Thousandths of the unpaid fine a day. */
  @ApiProperty({ type: 'integer', example: 30 })
  perMillePerDay!: number;

  /** Hundredths of the fine that the sum never exceeds. */
  @ApiProperty({ type: 'integer', example: 100 })
  capPercent!: number;

  /** @example 'APL-72' */
  source!: string;

  /** The days on which it arose; the table ends where the cap is reached. */
  @ApiProperty({ type: [SurchargeDayDto] })
  days!: readonly SurchargeDayDto[];
}
