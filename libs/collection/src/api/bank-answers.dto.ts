import { ApiProperty } from '@nestjs/swagger';
import type { SuspenseReason, Via } from '../domain/payment/payment.events';
import { MoneyDto } from './money.dto';

/** The payment is kept (收款回执). The same message again gets the same answer. */
export class PaymentReceiptDto {
  /** @example 'A20231008000117' */
  reference!: string;

  /** @example '14092223481920375167' */
  code!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;

  /** When it was first received. */
  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

/** The reversal is kept. */
export class ReversalReceiptDto {
  /** @example 'A20231008000903' */
  reference!: string;

  /** @example 'A20231008000117' */
  reverses!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  reversedAt!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

/** The treasury credit is kept. */
export class TreasuryCreditReceiptDto {
  /** @example 'A20231008000117' */
  reference!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  creditedAt!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

/** The statement is kept whole, and is reconciled now. */
export class StatementReceiptDto {
  /** @example 'bank-a' */
  bank!: string;

  @ApiProperty({ format: 'date', example: '2023-10-08' })
  date!: string;

  /** How many there are. */
  @ApiProperty({ type: 'integer', example: 1 })
  lines!: number;

  /** Sum of the lines, as far as they can be read. */
  sum!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

export class KnownPaymentDto {
  /** Null: a statement's line without a code. */
  @ApiProperty({ type: String, nullable: true, example: '14092223481920375167' })
  code!: string | null;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  paidAt!: string;

  /** How we heard of it first. */
  @ApiProperty({ enum: ['callback', 'statement', 'deposit'], example: 'callback' })
  via!: Via;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

export class KnownReversalDto {
  /** @example 'A20231008000117' */
  reverses!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  reversedAt!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;
}

export class KnownRefundDto {
  /** Of a fine, or held money. */
  @ApiProperty({ format: 'uuid' })
  refundId!: string;

  amount!: MoneyDto;

  /** Paid out, or come back. */
  @ApiProperty({ enum: ['out', 'back'], example: 'out' })
  way!: 'out' | 'back';
}

export class ListedDto {
  @ApiProperty({ format: 'date', example: '2023-10-08' })
  statementDate!: string;

  /** @example 1 */
  @ApiProperty({ type: 'integer' })
  line!: number;

  amount!: MoneyDto;
}

export class KnownTreasuryCreditDto {
  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  creditedAt!: string;
}

/** Everything that this bank has told of one reference. */
export class ReferenceDto {
  /** @example 'A20231008000117' */
  reference!: string;

  @ApiProperty({ type: KnownPaymentDto, nullable: true })
  payment!: KnownPaymentDto | null;

  /** Set where the reference is that of a reversal. */
  @ApiProperty({ type: KnownReversalDto, nullable: true })
  reversal!: KnownReversalDto | null;

  /** Set where the reference is that of a refund of the treasury. */
  @ApiProperty({ type: KnownRefundDto, nullable: true })
  refund!: KnownRefundDto | null;

  /** Reference of the reversal that took the payment back. */
  @ApiProperty({ type: String, nullable: true, example: null })
  takenBackBy!: string | null;

  /** The line of the statement that lists it. */
  @ApiProperty({ type: ListedDto, nullable: true })
  listed!: ListedDto | null;

  @ApiProperty({ type: KnownTreasuryCreditDto, nullable: true })
  treasuryCredit!: KnownTreasuryCreditDto | null;

  /** Why no fine takes the money, where it is held in suspense. */
  @ApiProperty({ enum: ['unknown-code', 'fine-cancelled', null], type: String, nullable: true, example: null })
  suspended!: SuspenseReason | null;

  /** Messages that contradicted this, recorded without effect. */
  @ApiProperty({ type: 'integer', example: 0 })
  conflicts!: number;
}
