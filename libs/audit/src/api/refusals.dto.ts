import { IsUuid, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

// Not written into the decorator: Swagger UI takes its pattern from there, reads it without the u flag, and refuses every text.
const NO_CONTROLS = /^\P{Cc}*$/u;

export class RefusalsQueryDto {
  /** Id of the case or fine that the act was meant for. */
  @IsOptional()
  @IsUuid()
  @ApiPropertyOptional()
  target?: string;

  /** Who was refused. */
  @IsOptional()
  @Text({ max: 200 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: 'officer-1' })
  actor?: string;

  /** A code among the grounds. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(/^[a-z0-9.-]+$/)
  @ApiPropertyOptional({ example: 'role.not-allowed' })
  code?: string;

  /** `next` of the page before. */
  @IsOptional()
  @Text({ max: 500 })
  @ApiPropertyOptional()
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  limit?: number;
}

export class GroundDto {
  /** @example 'role.not-allowed' */
  code!: string;

  /** @example 'APL-67' */
  source!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  detail?: object;
}

/** An act that was refused. */
export class RefusalDto {
  /**
   * Where it is recorded.
   * @example 'decisionRefusal-5b0f7f0e-5a39-5c12-9b8b-1b2c3d4e5f60'
   */
  stream!: string;

  /** @example 'decision' */
  context!: string;

  /** @example 'decision.approveFiling' */
  operation!: string;

  /**
   * Stream or path that the act was meant for.
   * @example 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a'
   */
  target!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  targetId!: string | null;

  /** @example 'officer-1' */
  actorId!: string;

  @ApiProperty({ type: [String], example: ['officer'] })
  actorRoles!: readonly string[];

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;

  @ApiProperty({ type: [GroundDto] })
  grounds!: readonly GroundDto[];
}

export class RefusalListDto {
  @ApiProperty({ type: [RefusalDto] })
  items!: readonly RefusalDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
