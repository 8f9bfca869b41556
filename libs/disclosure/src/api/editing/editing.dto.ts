import { PageQueryDto, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** 撤回: the reason stands in public where the decision stood. */
export class WithdrawDto {
  /** In words that the public may read; those of the rule unless told. */
  @IsOptional()
  @Text({ max: 500 })
  @ApiPropertyOptional({ example: '原行政处罚决定于2024-06-06经行政复议撤销' })
  reason?: string;
}

export class EditedEventDto {
  /** @example 'Withdrawn' */
  type!: string;

  /** @example 2 */
  revision!: number;
}

/** What the act came to. */
export class EditedDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example 2 */
  revision!: number;

  @ApiProperty({ type: [EditedEventDto] })
  events!: readonly EditedEventDto[];
}

export class ListWithdrawalsDto extends PageQueryDto {
  /** Those that still stand in public, or those that were taken down; all unless told. */
  @IsOptional()
  @IsIn(['due', 'done'])
  @ApiPropertyOptional({ enum: ['due', 'done'], example: undefined })
  state?: 'due' | 'done';
}

/** 3 working days from the day the decision fell (APL-48). */
export class WithdrawalClockDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2024-06-12' })
  due!: string | null;

  /** Where `due` is null: the earliest day that it can be. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  notBefore!: string | null;

  @ApiProperty({
    enum: ['running', 'standing-still', 'overdue', 'met', 'missed', 'unknown'],
    example: 'running',
  })
  state!: string;

  /** @example 'APL-48' */
  source!: string;
}

/** A published decision that fell. */
export class WithdrawalDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2024〕第1号' */
  documentNumber!: string;

  @ApiProperty({ enum: ['due', 'withdrawn', 'amended'], example: 'due' })
  state!: 'due' | 'withdrawn' | 'amended';

  @ApiProperty({ format: 'date', example: '2024-06-06' })
  fellOn!: string;

  @ApiProperty({ enum: ['changed', 'revoked', 'redo', 'unlawful', 'void'], example: 'changed' })
  how!: string;

  @ApiProperty({ enum: ['reconsideration', 'litigation', 'own-authority'], example: 'reconsideration' })
  by!: string;

  /** Something holds instead, which may be published. */
  @ApiProperty({ example: true })
  amendable!: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  withdrawnOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  amendedOn!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  reason!: string | null;

  withdrawBy!: WithdrawalClockDto;
}

export class WithdrawalListDto {
  @ApiProperty({ type: [WithdrawalDto] })
  items!: readonly WithdrawalDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
