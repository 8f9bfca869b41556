import { PageQueryDto, Text } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

/** What the public may ask of the list. */
export class ListDecisionsDto extends PageQueryDto {
  /**
   * Part of a document number, a public name or a violation.
   * @example '网络'
   */
  @IsOptional()
  @Text({ min: 0, max: 100 })
  @Matches(/^\P{Cc}*$/u)
  @ApiPropertyOptional()
  q?: string;
}
