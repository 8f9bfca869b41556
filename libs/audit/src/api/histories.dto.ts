import { IsInstant, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FaultCode } from '../replay/fault';

/** Which moment of a history; without either, as it stands now. */
export class StandingQueryDto {
  /** As it stood on record at that instant. */
  @IsOptional()
  @IsInstant()
  @ApiPropertyOptional()
  at?: string;

  /** As it stood after the event of that revision. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  @ApiPropertyOptional({ type: 'integer', minimum: 0, example: 3 })
  revision?: number;
}

/** Each a revision or an instant. */
export class ChangesQueryDto {
  /** Without it: before anything happened. */
  @IsOptional()
  @Text({ max: 40 })
  @ApiPropertyOptional({ example: '3' })
  from?: string;

  /** Without it: now. */
  @IsOptional()
  @Text({ max: 40 })
  @ApiPropertyOptional({ example: '4' })
  to?: string;
}

export class CheckQueryDto {
  /** The digest of the state that the case's own GET showed: is it that which its events fold to? */
  @IsOptional()
  @Text({ max: 64 })
  @ApiPropertyOptional({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  shownDigest?: string;
}

/** A history as it stood at a moment. */
export class StandingDto {
  /** Of the last event that was on record. */
  @ApiProperty({ type: 'integer', example: 3 })
  revision!: number;

  /** The instant at which the state is read: clocks run or have run out. */
  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** What the events up to then fold to, as the context shows it. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { status: 'filed' } })
  state!: object;
}

export class StandingOfStreamDto extends StandingDto {
  /** @example 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' */
  stream!: string;
}

/** Any JSON. */
const anything = [
  { type: 'string', nullable: true },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
];

export class ChangeDto {
  /**
   * RFC 6901, into the state.
   * @example '/status'
   */
  pointer!: string;

  /** Null where there was nothing. */
  @ApiProperty({ oneOf: anything, example: 'filed' })
  before!: unknown;

  @ApiProperty({ oneOf: anything, example: 'investigating' })
  after!: unknown;
}

export class ChangesDto {
  /** Null: before anything happened. */
  @ApiProperty({ type: StandingDto, nullable: true })
  from!: StandingDto | null;

  to!: StandingDto;

  @ApiProperty({ type: [ChangeDto] })
  changes!: readonly ChangeDto[];
}

export class ActOfActorDto {
  @ApiProperty({ type: 'integer', example: 0 })
  revision!: number;

  /** @example 'CaseFiled' */
  type!: string;

  /** @example '立案审批（呈报）' */
  name!: string;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;
}

/** Who did what in which role. */
export class ActorDto {
  /** @example 'officer-1' */
  id!: string;

  /** Of a person of the staff; null for a policy or a bank. */
  @ApiProperty({ type: String, nullable: true, example: '示例执法人员一' })
  name!: string | null;

  @ApiProperty({ type: [String], example: ['officer'] })
  roles!: readonly string[];

  @ApiProperty({ type: String, nullable: true, example: '14-0922-001' })
  certificateNo!: string | null;

  @ApiProperty({ type: [ActOfActorDto] })
  acts!: readonly ActOfActorDto[];
}

export class ActorsDto {
  /** In the order in which they first appear. */
  @ApiProperty({ type: [ActorDto] })
  actors!: readonly ActorDto[];
}

export class FaultDto {
  /** Of the event at which it shows. */
  @ApiProperty({ type: 'integer', example: 3 })
  revision!: number;

  @ApiProperty({
    enum: ['revision-missing', 'content-altered', 'out-of-order', 'not-of-its-command', 'unreadable', 'seal-broken'],
    example: 'content-altered',
  })
  code!: FaultCode;

  /** Of a missing revision: the first that is not there. */
  @ApiPropertyOptional({ type: 'integer' })
  expected?: number;
}

/** What a replay from zero proved, and each thing that did not hold. */
export class ReplayCheckDto {
  /** @example 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' */
  stream!: string;

  @ApiProperty({ type: 'integer', example: 13 })
  events!: number;

  revisionsContiguous!: boolean;

  /** Type, data and metadata of every event are those that were written. */
  contentHashesRight!: boolean;

  /** The events stand in the order in which they were made. */
  orderRight!: boolean;

  /** Every archiving sealed exactly what stands before it. */
  sealsWhole!: boolean;

  /** SHA-256 of the state that the events fold to, as canonical JSON; null when an event cannot be read. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  stateDigest!: string | null;

  /** Null where no digest was handed in. */
  @ApiProperty({ type: Boolean, nullable: true, example: true })
  matchesShown!: boolean | null;

  ok!: boolean;

  @ApiProperty({ type: [FaultDto], example: [] })
  faults!: readonly FaultDto[];
}
