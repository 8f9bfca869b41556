import type { Party } from '@fajiao/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { FINE_CONDITIONS, FINE_STAGES, type FineCondition, type FineStage } from '../domain/fine/fine-view';
import {
  InstalmentDto,
  PaymentTermDto,
  RefundDto,
  ReliefDto,
  RemedyPauseDto,
  SpotMoneyDto,
  WrittenOffDto,
} from './fine-parts.dto';
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

  /** What holds besides the state; several may. */
  @ApiProperty({ enum: FINE_CONDITIONS, isArray: true, example: [] })
  conditions!: readonly FineCondition[];

  @ApiProperty({ ...date, example: '2023-09-28' })
  decidedOn!: string;

  @ApiProperty({ ...date, example: '2023-09-28' })
  servedOn!: string;

  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  /** All that was received and not taken back. */
  received!: MoneyDto;

  /** Of it, what went back to the payer. */
  refunded!: MoneyDto;

  /** Of it, what nothing is owed for (多缴) and nobody got back. */
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

  /** Proofs that two persons dispensed with. */
  @ApiProperty({ type: [String], example: [] })
  dispensed!: readonly string[];

  /** Number of the finance authority's receipt (财政票据, APL-70). */
  @ApiProperty({ type: String, nullable: true, example: '晋财0001234' })
  receiptNumber!: string | null;

  /** Taken by an officer; its time is that of the taking. */
  @ApiProperty({ example: false })
  onTheSpot!: boolean;
}

export class ImposedDto {
  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;
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

  /** What holds besides the state; several may. */
  @ApiProperty({ enum: FINE_CONDITIONS, isArray: true, example: [] })
  conditions!: readonly FineCondition[];

  @ApiProperty({ ...date, example: '2023-09-28' })
  decidedOn!: string;

  @ApiProperty({ ...date, example: '2023-09-28' })
  servedOn!: string;

  @ApiProperty({ ...dateOrNull, example: null })
  cancelledOn!: string | null;

  /** As it is owed under the decision now. */
  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  /** As the decision was when it was served. */
  imposed!: ImposedDto;

  /** Day on which the decision was changed. */
  @ApiProperty({ ...dateOrNull, example: null })
  changedOn!: string | null;

  /** Whether the decision states a surcharge; otherwise none ever arises. */
  @ApiProperty({ example: true })
  surchargeStated!: boolean;

  /**
   * The code of the whole fine; instalments have their own.
   * @example '14092223481920375167'
   */
  paymentCode!: string;

  @ApiProperty(dateOrNull)
  paymentDue!: string | null;

  paymentTerm!: PaymentTermDto;

  /** Of the plan that holds. */
  @ApiProperty({ type: [InstalmentDto], example: [] })
  instalments!: readonly InstalmentDto[];

  /** Remedies, and the days without surcharge for their sake (APL-73). */
  @ApiProperty({ type: [RemedyPauseDto], example: [] })
  pauses!: readonly RemedyPauseDto[];

  /** The latest demand (催告) was served. */
  @ApiProperty({ ...dateOrNull, example: null })
  demandedOn!: string | null;

  /** The court was asked to enforce it. */
  @ApiProperty({ ...dateOrNull, example: null })
  atCourtSince!: string | null;

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

  /** Of it, what an execution agreement let off (ACL-42). */
  @ApiProperty({ ...moneyOrNull, example: { currency: 'CNY', fen: 0 } })
  surchargeWaived!: MoneyDto | null;

  @ApiProperty({ ...moneyOrNull, example: { currency: 'CNY', fen: 0 } })
  outstanding!: MoneyDto | null;

  /** Refunds that were authorised, made or not (APL-74). */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  refund!: MoneyDto;

  /** Refunds that were made. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  refunded!: MoneyDto;

  /** Refunds asked for or authorised, and not made yet. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  refundPending!: MoneyDto;

  @ApiProperty({ type: [FinePaymentDto] })
  payments!: readonly FinePaymentDto[];

  /** Cash that an officer took, and by when it must be deposited (APL-71). */
  @ApiProperty({ type: [SpotMoneyDto], example: [] })
  spotMoney!: readonly SpotMoneyDto[];

  @ApiProperty({ type: [RefundDto], example: [] })
  refunds!: readonly RefundDto[];

  /** What two persons ended or lessened, or are asked to. */
  @ApiProperty({ type: [ReliefDto], example: [] })
  reliefs!: readonly ReliefDto[];

  @ApiProperty({ type: WrittenOffDto, nullable: true })
  writtenOff!: WrittenOffDto | null;

  @ApiProperty({ type: 'integer', example: 3 })
  revision!: number;

  /**
   * SHA-256 of this description as of the last record: the auditor's replay comes to the same.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  stateDigest!: string;
}
