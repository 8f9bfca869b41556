import type { Penalty } from '@fajiao/contracts';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { CitizenDto, IndividualBusinessDto, OrganisationDto, PartyModels, type PartyDto } from './party.dto';

// What the description of a case is made of.

const penalties = {
  type: 'array' as const,
  items: {
    type: 'object' as const,
    required: ['kind'],
    properties: {
      kind: { type: 'string' as const },
      fen: { type: 'integer' as const, format: 'int64' },
      items: { type: 'array' as const, items: { type: 'string' as const } },
      days: { type: 'integer' as const },
      months: { type: 'integer' as const },
    },
  },
  example: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
};

/** Whatever else of the record is shown as it stands on file. */
export const onFile = { type: 'object' as const, additionalProperties: true };
export const listOnFile = { type: 'array' as const, items: onFile, example: [] };

export class NamedOffenceDto {
  /** @example 'CT-NET-31-1' */
  code!: string;

  /** @example '在规定的营业时间以外营业' */
  title!: string;

  /** @example '互联网上网服务营业场所管理条例' */
  statute!: string;

  /** @example '第三十一条第（一）项' */
  article!: string;
}

/** 立案审批表 as it stands on file. */
@PartyModels()
export class FilingDto {
  @ApiProperty({
    oneOf: [IndividualBusinessDto, OrganisationDto, CitizenDto].map((value) => ({ $ref: getSchemaPath(value) })),
  })
  party!: PartyDto;

  offence!: NamedOffenceDto;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-09' })
  actDate!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  actEndDate!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '县城示例街1号' })
  place!: string | null;

  @ApiProperty({ ...onFile, example: { kind: 'complaint', ref: '12345-2023-0909-017' } })
  source!: object;

  /** @example '凌晨1时30分仍在营业' */
  facts!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  harm!: string | null;

  @ApiProperty({ type: String, format: 'date', example: '2023-09-11' })
  filedOn!: string;

  /** @example 'officer-1' */
  filedBy!: string;

  /** What a township or an entrusted organisation acts under; null: the bureau's own officers filed it. */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  power!: object | null;

  /** Open cases with a fine for an overlapping act of the same party: a warning (APL-29). */
  @ApiProperty({ type: [String], example: [] })
  overlaps!: readonly string[];

  /** @example 0 */
  revision!: number;
}

/** One version of the proposal, and from which version on notice, review and deliberation hold for it. */
export class ProposalVersionDto {
  /** @example 1 */
  version!: number;

  @ApiProperty(penalties)
  penalties!: readonly Penalty[];

  /** @example '一般' */
  tier!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  reasons!: string | null;

  @ApiProperty({ ...onFile, nullable: true, example: null })
  mitigation!: object | null;

  /** @example 1 */
  noticeFrom!: number;

  /** @example 1 */
  reviewFrom!: number;

  /** @example 1 */
  deliberationFrom!: number;

  @ApiProperty({ enum: ['officers', 'deliberation'], example: 'officers' })
  madeBy!: 'officers' | 'deliberation';

  @ApiProperty({ type: String, format: 'date', example: '2023-09-20' })
  on!: string;

  /** @example 5 */
  revision!: number;
}

/** Who did what on a case, as far as duties are kept apart. Staff ids. */
export class DutiesDto {
  @ApiProperty({ type: [String], example: ['officer-1'] })
  filed!: readonly string[];

  @ApiProperty({ type: [String], example: ['lead-1'] })
  approved!: readonly string[];

  @ApiProperty({ type: [String], example: ['officer-1', 'officer-2'] })
  investigated!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  recused!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  reviewed!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  chaired!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  deliberated!: readonly string[];

  @ApiProperty({ type: [String], example: ['head-1'] })
  decided!: readonly string[];
}

/** A document that the case has issued. */
export class IssuedDocumentDto {
  /** @example 'penalty-decision' */
  form!: string;

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

/** One event of the case: what happened, when, by whom. */
export class LogEntryDto {
  /** @example 0 */
  revision!: number;

  /** @example 'CaseFiled' */
  type!: string;

  /** When it happened. */
  @ApiProperty({ type: String, format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  recordedAt!: string;

  /** @example 'officer-1' */
  by!: string;
}
