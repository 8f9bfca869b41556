import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import { FORM_IDS } from '../../application/forms';

/** One time that a document went out. */
export class IssueDto {
  /**
   * Of the PDF.
   * @example '9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab'
   */
  sha256!: string;

  /** @example '44bd7ae60f478fae1061e11a7739f4b94d1daf917982d33b6fc8a01a63f89c21' */
  docxSha256!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-28' })
  on!: string;

  /**
   * Of the event that issued it.
   * @example 15
   */
  revision!: number;
}

/** A form that the record of the case can fill. */
export class CaseDocumentDto {
  @ApiProperty({ enum: FORM_IDS, example: 'penalty-decision' })
  form!: string;

  /** @example '行政处罚决定书' */
  title!: string;

  /** `issued`: it went out and its files are kept; `record`: filled from the record; `draft`: its act is still to come. */
  @ApiProperty({ enum: ['issued', 'record', 'draft'], example: 'issued' })
  standing!: string;

  /** Every time that it went out, oldest first. */
  @ApiProperty({ type: [IssueDto] })
  issued!: readonly IssueDto[];
}

export class CaseDocumentsDto {
  @ApiProperty({ type: String, format: 'uuid', example: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60' })
  caseId!: string;

  /** @example 17 */
  revision!: number;

  @ApiProperty({ type: [CaseDocumentDto] })
  documents!: readonly CaseDocumentDto[];
}

/** Which of several issues of a document. */
export class WhichIssueDto {
  /** Of the event that issued it; the latest unless told. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, example: 15 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  revision?: number;
}
