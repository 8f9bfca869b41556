import type { Party, Penalty } from '@fajiao/contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** A term for publication, and whether it was kept. */
export class DisclosureClockDto {
  /** @example 'disclosure-promise' */
  rule!: string;

  /** @example '处罚决定公开期限（本机关承诺）' */
  name!: string;

  /** Last day; null where the calendar lacks the year. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-10-18' })
  due!: string | null;

  /** Where `due` is null: the earliest day that it can be. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  notBefore!: string | null;

  /** Null where that depends on a year that the calendar lacks. */
  @ApiProperty({ type: Boolean, nullable: true, example: true })
  met!: boolean | null;

  /**
   * The rule behind it.
   * @example 'Report §3(2)'
   */
  source!: string;
}

export class ViolationDto {
  /** @example 'CT-NET-31-1' */
  code!: string;

  /** @example '互联网上网服务营业场所在规定的营业时间以外营业' */
  title!: string;
}

export class PublicAuthorityDto {
  /** @example '示例县文化和旅游局' */
  name!: string;

  /**
   * Unified social credit code.
   * @example '11140922MB0K78GHXR'
   */
  code!: string;
}

/** What is shown holds instead of what was decided first. */
export class AmendmentDto {
  @ApiProperty({ format: 'date', example: '2024-06-11' })
  amendedOn!: string;

  /** @example '原行政处罚决定于2024-06-06经行政复议变更' */
  reason!: string;
}

/** A published penalty decision (行政处罚决定公示): natural persons are masked, minors never identified (APL-50). */
export class DisclosedDecisionDto {
  @ApiProperty({ enum: ['published'], example: 'published' })
  status!: 'published';

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2023〕第1号' */
  documentNumber!: string;

  /**
   * Trade name of a business; a natural person's name masked.
   * @example '张**'
   */
  publicName!: string;

  @ApiProperty({ enum: ['citizen', 'organisation', 'individual-business'], example: 'citizen' })
  partyKind!: Party['kind'];

  /** Of adult businesses only. */
  @ApiProperty({ type: String, nullable: true, example: null })
  unifiedSocialCreditCode!: string | null;

  /** Always null: a natural person's number is never shown. */
  @ApiProperty({ type: String, nullable: true, example: null })
  citizenId!: null;

  violation!: ViolationDto;

  /** @example '《互联网上网服务营业场所管理条例》第三十一条' */
  basis!: string;

  /**
   * Empty where the party is a minor.
   * @example '凌晨1时30分仍在营业'
   */
  facts!: string;

  /** Amounts in fen. */
  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { type: 'string' },
        fen: { type: 'integer', format: 'int64' },
        items: { type: 'array', items: { type: 'string' } },
        days: { type: 'integer' },
        months: { type: 'integer' },
      },
    },
    example: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
  })
  penalties!: readonly Penalty[];

  @ApiProperty({ format: 'date', example: '2023-09-28' })
  decidedOn!: string;

  @ApiProperty({ format: 'date', example: '2023-09-28' })
  servedOn!: string;

  authority!: PublicAuthorityDto;

  @ApiProperty({ format: 'date', example: '2023-09-28' })
  publishedOn!: string;

  @ApiProperty({ type: AmendmentDto, nullable: true })
  amendment!: AmendmentDto | null;

  /** The bureau's promise and the national ceiling, both from the day of the decision. */
  @ApiProperty({ type: [DisclosureClockDto] })
  clocks!: readonly DisclosureClockDto[];
}

/** A decision that was taken down, with the reason; nothing else of it is left in public (APL-48). */
export class WithdrawnDecisionDto {
  @ApiProperty({ enum: ['withdrawn'], example: 'withdrawn' })
  status!: 'withdrawn';

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example '（示）文综罚字〔2023〕第1号' */
  documentNumber!: string;

  @ApiProperty({ format: 'date', example: '2024-06-11' })
  withdrawnOn!: string;

  /** @example '原行政处罚决定于2024-06-06经行政复议撤销' */
  reason!: string;
}

export const eitherDecision = {
  oneOf: [DisclosedDecisionDto, WithdrawnDecisionDto].map((type) => ({ $ref: getSchemaPath(type) })),
};

/** For the document of whoever answers with {@link eitherDecision}. */
export const EitherDecision = (): ClassDecorator =>
  ApiExtraModels(DisclosedDecisionDto, WithdrawnDecisionDto) as ClassDecorator;

export class DisclosedListDto {
  @ApiProperty({ type: [DisclosedDecisionDto] })
  items!: readonly DisclosedDecisionDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
