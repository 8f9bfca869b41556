import { ApiProperty } from '@nestjs/swagger';

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

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validUntil!: string | null;
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
}
