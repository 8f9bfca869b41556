import { ApiProperty } from '@nestjs/swagger';
import type { Fen } from '@fajiao/kernel';

/** An amount in whole fen (分). */
export class MoneyDto {
  @ApiProperty({ enum: ['CNY'], example: 'CNY' })
  currency!: 'CNY';

  @ApiProperty({ type: 'integer', format: 'int64', example: 500000 })
  fen!: Fen;
}
