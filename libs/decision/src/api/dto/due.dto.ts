import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CivilDate } from '@fajiao/kernel';
import { IsCivilDate, PageQueryDto } from '@fajiao/platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CLOCK_NAMES, type ClockName } from '../../domain/clocks';
import { DUE_STATES, type DueState } from '../../read/decision-due.queries';
import { SearchText } from './fields';

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What the list of terms is narrowed to; all that is said must hold. */
export class ListDueDto extends PageQueryDto {
  /** Terms of cases that the caller investigates, and those that an act of the caller's roles keeps. */
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean, example: true })
  mine?: boolean;

  /** Terms of cases that people of this unit investigate; `mine`: of the caller’s own. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: 'mine' })
  unit?: string;

  /** Terms of cases that this person investigates. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: 'officer-1' })
  officer?: string;

  @IsOptional()
  @IsIn(CLOCK_NAMES)
  @ApiPropertyOptional({ enum: CLOCK_NAMES, example: 'decideBy' })
  clock?: ClockName;

  /** The act that keeps the term. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: 'serve-decision' })
  act?: string;

  @IsOptional()
  @IsIn(DUE_STATES)
  @ApiPropertyOptional({ enum: DUE_STATES, example: 'overdue' })
  state?: DueState;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String })
  from?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String, example: '2023-12-31' })
  to?: CivilDate;
}

/** A term that the deciding side still has to keep. */
export class DueTermDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty({ enum: CLOCK_NAMES, example: 'serveBy' })
  clock!: ClockName;

  /**
   * Its rule in the rulebook.
   * @example 'service'
   */
  rule!: string;

  /** The name of the rule. */
  @ApiProperty({ example: '决定书送达期限' })
  title!: string;

  /** @example 'APL-61' */
  source!: string;

  /** The act that keeps it; null: no single act of the deciding side does. */
  @ApiProperty({ type: String, nullable: true, example: 'serve-decision' })
  act!: string | null;

  /** Null: it stands still, or rests on a calendar year that is not loaded. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-10-12' })
  due!: string | null;

  /** The day itself, or the earliest that it can be: what the list is sorted by. */
  @ApiProperty({ type: String, format: 'date', example: '2023-10-12' })
  notBefore!: string;

  /** The end to the minute, of a term in hours. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  dueAt!: string | null;

  /** On the day of the request. */
  @ApiProperty({ enum: DUE_STATES, example: 'running' })
  state!: DueState;

  /** Of the case. */
  @ApiProperty({ example: 'decided' })
  status!: string;

  /** @example '示例网络服务中心' */
  partyName!: string;

  /** @example '在规定的营业时间以外营业' */
  offenceTitle!: string;

  @ApiProperty({ type: String, nullable: true, example: '（示）文综罚字〔2023〕第1号' })
  documentNumber!: string | null;

  /** Who investigates. */
  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  officers!: readonly string[];
}

export class DueListDto {
  @ApiProperty({ type: [DueTermDto] })
  items!: readonly DueTermDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}

/** The address of somebody's own feed. Whoever has it reads the feed: calendar programs cannot sign in. */
export class DueFeedDto {
  /** @example '/decision/v1/due-feeds/eyJvZmZpY2VyIjoib2ZmaWNlci0xIn0.q0Tn/due.ics' */
  path!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-03-09' })
  validUntil!: string;
}
