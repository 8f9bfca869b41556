import { ApiProperty } from '@nestjs/swagger';
import type { CodeStatus } from '../domain/fine/quote';
import { SurchargeDayDto } from './fine-on-day.dto';
import { MoneyDto } from './money.dto';

export class RulebookVersionDto {
  /** @example 'cn-county-culture-tourism' */
  profile!: string;

  /** @example '6b86b273ff34fce19d6b804eff5a3f57' */
  version!: string;
}

/** What a quote rests on: the fine's stream folded up to `revision` describes itself by `stateDigest`. */
export class QuoteProofDto {
  /** @example 'fine-0b2f4a5e-7b1c-5d3e-9f00-000000000001' */
  stream!: string;

  @ApiProperty({ type: 'integer', example: 3 })
  revision!: number;

  /** @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  stateDigest!: string;

  rulebook!: RulebookVersionDto;

  /** Hash of the calendar's loaded years. */
  @ApiProperty({ example: '2c26b46b68ffc68ff99b453c1d304134' })
  calendar!: string;

  /** Amounts in fen and all that they rest on, in one line. */
  @ApiProperty({ example: 'quote/1 code=14092223481920375167 status=open at=2023-10-20T02:00:00.000Z due=605000' })
  line!: string;

  /** SHA-256 (hex) of `line`. */
  @ApiProperty({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  digest!: string;
}

/** What is due under a payment code at an instant, of what it is made, and until when it holds. */
export class QuoteDto {
  /** @example '14092223481920375167' */
  code!: string;

  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  /** The whole fine, or an instalment of the plan that holds. */
  @ApiProperty({ enum: ['whole', 'instalment'], example: 'whole' })
  of!: 'whole' | 'instalment';

  @ApiProperty({ type: 'integer', nullable: true, example: null })
  instalment!: number | null;

  /** Whatever it says, money under the code is taken: it goes to the fine as a whole. */
  @ApiProperty({ enum: ['open', 'settled', 'replaced', 'cancelled', 'written-off'], example: 'open' })
  status!: CodeStatus;

  @ApiProperty({ format: 'date-time', example: '2023-10-20T02:00:00.000Z' })
  at!: string;

  /** End of that Shanghai day: until then no surcharge is added. */
  @ApiProperty({ format: 'date-time', example: '2023-10-20T16:00:00.000Z' })
  holdsUntil!: string;

  amountDue!: MoneyDto;

  /** Of it, the fine itself. */
  fine!: MoneyDto;

  confiscatedGains!: MoneyDto;

  surcharge!: MoneyDto;

  /** Of it, refunded money whose payment a bank took back afterwards. */
  @ApiProperty({ type: MoneyDto, example: { currency: 'CNY', fen: 0 } })
  refundedBeyond!: MoneyDto;

  /** All surcharge of the fine that has arisen, by day. */
  @ApiProperty({ type: [SurchargeDayDto], example: [] })
  surchargeDays!: readonly SurchargeDayDto[];

  proof!: QuoteProofDto;
}
