import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Party } from '@fajiao/contracts';
import type { CivilDate } from '@fajiao/kernel';
import { IsCivilDate, PageQueryDto } from '@fajiao/platform';
import { IsIn, IsOptional } from 'class-validator';
import { SearchText } from './fields';
import { STATUSES, type Status } from '../../domain/status';

/** What the list of cases is narrowed to; all that is said must hold. */
export class ListCasesDto extends PageQueryDto {
  /** Part of the party's name, or its whole unified social credit code. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: '网络' })
  party?: string;

  /** Part of the document number. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: '〔2023〕第1号' })
  documentNumber?: string;

  /** Staff id of an officer of the case. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: 'officer-1' })
  officer?: string;

  /** Code of the offence in the catalogue. */
  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({ example: 'CT-NET-31-1' })
  offence?: string;

  @IsOptional()
  @IsIn(STATUSES)
  @ApiPropertyOptional({ enum: STATUSES, example: 'decided' })
  status?: Status;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String })
  filedFrom?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String, example: '2023-12-31' })
  filedTo?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String })
  decidedFrom?: CivilDate;

  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ type: String, example: '2023-12-31' })
  decidedTo?: CivilDate;
}

/** A case in the list. */
export class ListedCaseDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty({ enum: STATUSES, example: 'closed' })
  status!: Status;

  @ApiProperty({ enum: ['penalty', 'no-penalty', 'dropped', 'transferred'], nullable: true, example: 'penalty' })
  outcome!: 'penalty' | 'no-penalty' | 'dropped' | 'transferred' | null;

  @ApiProperty({ enum: ['citizen', 'organisation', 'individual-business'], example: 'individual-business' })
  partyKind!: Party['kind'];

  /** @example '示例网络服务中心' */
  partyName!: string;

  /** Unified social credit code; null of a citizen. */
  @ApiProperty({ type: String, nullable: true, example: '92140922MA0K12ABXA' })
  partyCode!: string | null;

  /** @example 'CT-NET-31-1' */
  offenceCode!: string;

  /** @example '在规定的营业时间以外营业' */
  offenceTitle!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-09' })
  actDate!: string;

  /** Who investigates. */
  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  officers!: readonly string[];

  @ApiProperty({ type: String, nullable: true, example: '（示）文综罚字〔2023〕第1号' })
  documentNumber!: string | null;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-11' })
  filedOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-09-28' })
  decidedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-09-28' })
  servedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-10-10' })
  closedOn!: string | null;

  /** When the filing was recorded: what the list is sorted by. */
  @ApiProperty({ type: String, format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  filedAt!: string;
}

export class CaseListDto {
  @ApiProperty({ type: [ListedCaseDto] })
  items!: readonly ListedCaseDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
