import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RELIEF_KINDS, type ReliefKind } from '../domain/fine/clerk.events';
import { MoneyDto } from './money.dto';

const date = { type: String, format: 'date', example: '2023-10-13' } as const;
const dateOrNull = { ...date, nullable: true } as const;

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

/** A part of the fine (分期缴纳, APL-66) with its own code. */
export class InstalmentDto {
  @ApiProperty({ type: 'integer', example: 1 })
  instalment!: number;

  @ApiProperty(date)
  due!: string;

  amount!: MoneyDto;

  /** Money fills the parts in their order. */
  unpaid!: MoneyDto;

  @ApiProperty({ enum: ['open', 'paid', 'missed'], example: 'open' })
  state!: string;

  @ApiProperty({ type: String, nullable: true, example: '14092223481920375167' })
  paymentCode!: string | null;
}

/** A remedy; where it counts, its days bear no surcharge, both ends included. */
export class RemedyPauseDto {
  @ApiProperty({ type: 'integer', example: 1 })
  remedy!: number;

  /** @example 'reconsideration' */
  kind!: string;

  @ApiProperty(date)
  from!: string;

  /** Null while it is pending. */
  @ApiProperty(dateOrNull)
  through!: string | null;

  /** False: it was never accepted, and paused nothing. */
  @ApiProperty({ example: true })
  counted!: boolean;
}

export class DepositedDto {
  /** @example 'bank-a' */
  bank!: string;

  /** @example 'A20240920000009' */
  reference!: string;

  @ApiProperty({ format: 'date-time' })
  depositedAt!: string;
}

/** Cash in custody (APL-71). */
export class SpotMoneyDto {
  amount!: MoneyDto;

  /** @example '晋财0001234' */
  receiptNumber!: string;

  @ApiProperty({ format: 'date-time' })
  takenAt!: string;

  @ApiProperty(date)
  handedInOn!: string;

  /** Last day for the deposit. */
  @ApiProperty(dateOrNull)
  depositBy!: string | null;

  clock!: PaymentTermDto;

  /** @example 'running' */
  clockState!: string;

  @ApiProperty({ type: DepositedDto, nullable: true, example: null })
  deposited!: DepositedDto | null;
}

export class RefundMadeDto {
  /** @example 'bank-a' */
  bank!: string;

  /** @example 'A20240611000077' */
  reference!: string;

  amount!: MoneyDto;

  @ApiProperty({ format: 'date-time' })
  madeAt!: string;
}

export class RefundReturnedDto {
  /** @example 'bank-a' */
  bank!: string;

  /** @example 'A20240613000005' */
  reference!: string;

  @ApiProperty({ format: 'date-time' })
  returnedAt!: string;
}

/** A refund (退款, APL-74): asked for by one person, authorised by another, paid by the treasury. */
export class RefundDto {
  @ApiProperty({ format: 'uuid' })
  refundId!: string;

  amount!: MoneyDto;

  @ApiProperty({ enum: ['requested', 'authorised', 'cancelled', 'made', 'returned'], example: 'requested' })
  state!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  reason!: string | null;

  /** @example 'clerk-1' */
  requestedBy!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  authorisedBy!: string | null;

  /** Of the finance authority. */
  @ApiProperty({ type: String, nullable: true, example: '示财退〔2024〕1号' })
  approvalNumber!: string | null;

  @ApiProperty({ type: RefundMadeDto, nullable: true, example: null })
  made!: RefundMadeDto | null;

  /** The payment out came back: the money is held again. */
  @ApiProperty({ type: RefundReturnedDto, nullable: true, example: null })
  returned!: RefundReturnedDto | null;
}

export class DispensedProofDto {
  /** @example 'bank-a' */
  bank!: string;

  /** @example 'A20231008000117' */
  reference!: string;

  /** @example 'treasury' */
  proof!: string;
}

/** A write-off, a reduction of surcharge, a cancellation or a dispensation (ACL-39, 40, 42). */
export class ReliefDto {
  @ApiProperty({ format: 'uuid' })
  reliefId!: string;

  @ApiProperty({ enum: RELIEF_KINDS, example: 'surcharge-reduction' })
  kind!: ReliefKind;

  @ApiProperty({ enum: ['requested', 'authorised', 'cancelled'], example: 'requested' })
  state!: string;

  /** @example 'execution-agreement' */
  ground!: string;

  /** @example 'ACL-42' */
  source!: string;

  /** @example '已补办许可并停止违法行为' */
  reason!: string;

  @ApiProperty({ type: String, nullable: true, example: '示文执协〔2024〕2号' })
  document!: string | null;

  @ApiProperty({ type: MoneyDto, nullable: true })
  amount!: MoneyDto | null;

  @ApiProperty(dateOrNull)
  remediedOn!: string | null;

  @ApiProperty({ type: DispensedProofDto, nullable: true, example: null })
  payment!: DispensedProofDto | null;

  /** @example 'clerk-1' */
  requestedBy!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  authorisedBy!: string | null;
}

/** Enforcement has ended (终结执行); what is unpaid is demanded no more. */
export class WrittenOffDto {
  @ApiProperty(date)
  on!: string;

  amount!: MoneyDto;

  /** @example 'dissolved-without-assets' */
  ground!: string;

  /** @example 'ACL-40' */
  source!: string;
}
