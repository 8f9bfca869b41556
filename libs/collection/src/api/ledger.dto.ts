import { ApiProperty } from '@nestjs/swagger';
import { LEDGER_KINDS, type LedgerKind } from '../domain/fine/ledger';
import { MoneyDto } from './money.dto';

export class LedgerLineDto {
  @ApiProperty({ format: 'date', example: '2023-10-08' })
  on!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2023-10-08T02:12:00.000Z' })
  at!: string | null;

  @ApiProperty({ enum: LEDGER_KINDS, example: 'payment' })
  kind!: LedgerKind;

  /** More is owed. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  debit!: MoneyDto;

  /** Less is owed. */
  credit!: MoneyDto;

  /** What is outstanding after the line; negative: what is held. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  balance!: MoneyDto;

  /** First day of a line of surcharge, whose last day is `on`. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  from!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'bank-a' })
  bank!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'A20231008000117' })
  reference!: string | null;
}

/** Everything that moved what is owed under one fine (罚款分户账), as it is known now. */
export class LedgerDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ format: 'date', example: '2023-10-09' })
  on!: string;

  @ApiProperty({ type: [LedgerLineDto] })
  lines!: readonly LedgerLineDto[];

  /** After the last line. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  balance!: MoneyDto;
}
