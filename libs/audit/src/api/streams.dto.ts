import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

export class StreamQueryDto {
  /** Revision to begin with. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  @ApiPropertyOptional({ type: 'integer', minimum: 0, default: 0 })
  from?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100 })
  limit?: number;
}

export class LogQueryDto extends PickType(StreamQueryDto, ['limit']) {
  /** Position after which to begin, as `next` or an event said it; without it, the beginning. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,200}:\d{20}$/)
  @ApiPropertyOptional({ example: 'store-1:00000000000000000042' })
  after?: string;
}

/** An event as it is kept, personal fields opened. */
export class EventDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** @example 'CaseFiled' */
  type!: string;

  /**
   * What its official form is called.
   * @example '立案审批（呈报）'
   */
  name!: string;

  @ApiProperty({ type: 'integer', example: 0 })
  revision!: number;

  /**
   * In the order of all events.
   * @example 'store-1:00000000000000000042'
   */
  position!: string;

  /** Whether type, data and metadata are those that were written. */
  contentHashRight!: boolean;

  /** Recorded later than may be without a reason; null where that cannot be told. */
  @ApiProperty({ type: Boolean, nullable: true, example: false })
  recordedLate!: boolean | null;

  /** Name of the person who acted; null for a policy or a bank. */
  @ApiProperty({ type: String, nullable: true, example: '示例执法人员一' })
  actorName!: string | null;

  /** In the version in which it was written; null where it cannot be read. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { facts: '凌晨1时30分仍在营业' },
  })
  data!: object | null;

  /** Who, when, under which rules; schema version and content hash. Null where it cannot be read. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: {
      context: 'decision',
      actor: { id: 'officer-1', roles: ['officer'], certificateNo: '14-0922-001' },
      occurredAt: '2023-09-11T01:00:00.000Z',
      recordedAt: '2023-09-11T01:00:00.000Z',
      commandId: '5b0f7f0e-5a39-5c12-9b8b-1b2c3d4e5f60',
      schema: 1,
      contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  })
  metadata!: object | null;
}

export class StreamPageDto {
  /** @example 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' */
  stream!: string;

  @ApiProperty({ type: [EventDto] })
  events!: readonly EventDto[];

  /** `from` of the next page; null on the last. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  next!: number | null;
}

/** An event with the stream in which it stands. */
export class LogEventDto extends EventDto {
  /** @example 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' */
  stream!: string;
}

export class LogPageDto {
  @ApiProperty({ type: [LogEventDto] })
  events!: readonly LogEventDto[];

  /**
   * `after` of the next page, now or later.
   * @example 'store-1:00000000000000000042'
   */
  next!: string;

  /** Nothing newer was there. */
  atEnd!: boolean;
}
