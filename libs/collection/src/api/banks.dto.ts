import type { ClockState } from '@fajiao/rulebook';
import { ApiProperty } from '@nestjs/swagger';
import { PaymentTermDto } from './fine-parts.dto';

const CLOCK_STATES = ['running', 'standing-still', 'overdue', 'met', 'missed', 'unknown'] as const;

export class BankBudgetDto {
  @ApiProperty({ example: '103050199' })
  item!: string;

  @ApiProperty({ example: '县级' })
  level!: string;
}

export class BankAccountDto {
  @ApiProperty({ example: '示例县待结算财政款项' })
  holder!: string;

  @ApiProperty({ example: '0500000000000001' })
  number!: string;
}

/** 代收罚款协议 (D235-6). */
export class BankAgreementDto {
  @ApiProperty({ example: '代收〔2023〕1号' })
  number!: string;

  @ApiProperty({ format: 'date', example: '2023-01-05' })
  signedOn!: string;

  /** Null: it has not been put on record yet. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  recordedOn!: string | null;

  /** By when it has to be put on record (D235-6); null: the calendar's year is not loaded. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  recordBy!: string | null;

  /** The clock whose end `recordBy` is. */
  recordClock!: PaymentTermDto;

  @ApiProperty({ enum: CLOCK_STATES, example: 'met' })
  recordState!: ClockState;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validUntil!: string | null;

  /** Money is taken all the same when it has expired: somebody has to see to it. */
  @ApiProperty({ enum: ['in-force', 'expired'], example: 'in-force' })
  state!: 'in-force' | 'expired';

  /** The bank's places that collect (代收网点). */
  @ApiProperty({ type: [String], example: ['示例县东街支行'] })
  outlets!: readonly string[];

  /** Item and level of the budget that the money goes to (预算科目、预算级次). */
  @ApiProperty({ type: BankBudgetDto, nullable: true })
  budget!: BankBudgetDto | null;

  /** Where the bank keeps the money until the treasury has it. */
  @ApiProperty({ type: BankAccountDto, nullable: true })
  account!: BankAccountDto | null;
}

export class BankSecretDto {
  /** First characters of its SHA-256: tells one secret from another. */
  @ApiProperty({ example: '9f86d081' })
  fingerprint!: string;

  @ApiProperty({ enum: ['valid', 'to-come', 'expired'], example: 'valid' })
  state!: 'valid' | 'to-come' | 'expired';

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  from!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: string | null;
}

/** A bank as it was taken on (BANKS_FILE). */
export class BankDto {
  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  @ApiProperty({ type: String, nullable: true, example: '示例农商银行' })
  name!: string | null;

  @ApiProperty({ enum: ['live', 'test'], example: 'live' })
  mode!: 'live' | 'test';

  @ApiProperty({ type: [String], example: ['counter', 'mobile'] })
  channels!: readonly string[];

  /** 代收罚款协议; null: none is on file. */
  @ApiProperty({ type: BankAgreementDto, nullable: true })
  agreement!: BankAgreementDto | null;

  @ApiProperty({ type: [BankSecretDto] })
  secrets!: readonly BankSecretDto[];
}

export class BanksDto {
  @ApiProperty({ type: [BankDto] })
  items!: readonly BankDto[];

  /** Why the last change of the file with the banks was not taken; null: it holds as it is. */
  @ApiProperty({ type: String, nullable: true, example: null })
  fault!: string | null;
}
