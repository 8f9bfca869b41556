import { PageQueryDto, Text } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

// Not written into the decorator: Swagger UI takes its pattern from there, reads it without the u flag, and refuses every text.
const NO_CONTROLS = /^\P{Cc}*$/u;

/** What the public may ask of the list. */
export class ListDecisionsDto extends PageQueryDto {
  /**
   * Part of a document number, a public name or a violation.
   * @example '网络'
   */
  @IsOptional()
  @Text({ min: 0, max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional()
  q?: string;
}
