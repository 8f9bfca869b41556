import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Text } from './fields';

/** Which page of a list is asked for. */
export class PageQueryDto {
  /** `next` of the page before. */
  @IsOptional()
  @Text({ max: 500 })
  @ApiPropertyOptional({ example: undefined })
  cursor?: string;

  /** Entries on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  limit?: number;
}
