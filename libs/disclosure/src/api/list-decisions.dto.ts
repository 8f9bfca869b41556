import { Text } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** What the public may ask of the list. */
export class ListDecisionsDto {
  /**
   * Part of a document number, a public name or a violation.
   * @example '网络'
   */
  @IsOptional()
  @Text({ min: 0, max: 100 })
  @Matches(/^\P{Cc}*$/u)
  @ApiPropertyOptional()
  q?: string;

  /** `next` of the page before. */
  @IsOptional()
  @Text({ max: 500 })
  @ApiPropertyOptional({ example: undefined })
  cursor?: string;

  /** Decisions on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  limit?: number;
}
