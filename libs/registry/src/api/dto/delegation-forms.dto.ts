import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { isUnifiedSocialCreditCode } from '@fajiao/kernel';
import { IsCivilDate, IsUuid, type UnitKind } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { Line, Lines, RegisterId } from './fields';

const OUTSIDE = ['township', 'entrusted'] as const satisfies readonly UnitKind[];
const BASES = ['APL-20', 'APL-24'] as const;

/** A township, or an organisation that is entrusted. */
export class OutsideUnitDto {
  @RegisterId('longquan')
  id!: string;

  @IsIn(OUTSIDE)
  @ApiProperty({ enum: OUTSIDE, example: 'township' })
  kind!: (typeof OUTSIDE)[number];
}

/** 行政处罚委托书 (APL-20), or the province's decision that gives a township the power (APL-24). */
export class DelegatePowerDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => OutsideUnitDto)
  unit!: OutsideUnitDto;

  /**
   * Its name in documents.
   * @example '示例县龙泉镇人民政府'
   */
  @Line()
  name!: string;

  /** Its unified social credit code; needed where it acts in its own name (APL-24). */
  @IsOptional()
  @ValidateBy({ name: 'creditCode', validator: { validate: (text) => isUnifiedSocialCreditCode(String(text)) } })
  @ApiPropertyOptional({ minLength: 18, maxLength: 18, example: '91140922MA0K34CD5E' })
  code?: string;

  /** APL-20: entrusted, acts in the bureau's name. APL-24: given by the province, acts in its own. */
  @IsIn(BASES)
  @ApiProperty({ enum: BASES, example: 'APL-24' })
  basis!: (typeof BASES)[number];

  /** Offence codes of the catalogue. */
  @Lines(['CT-NET-31-1'])
  offences!: string[];

  /** Statutes whose every offence is covered, by title. */
  @Lines([])
  statutes!: string[];

  /** Names of places: the place of an act has to hold one of them. */
  @Lines(['龙泉镇'], 1)
  area!: string[];

  @ApiProperty({ example: '2023-01-01' })
  @IsCivilDate()
  from!: string;

  /** The last day, which still counts. */
  @ApiProperty({ example: '2025-12-31' })
  @IsCivilDate()
  until!: string;

  /** The day on which it was made public. */
  @ApiProperty({ example: '2022-12-20' })
  @IsCivilDate()
  publishedOn!: string;

  /**
   * The instrument.
   * @example '（示例）省人民政府关于乡镇综合行政执法的决定'
   */
  @Line()
  instrument!: string;
}

/** 终止委托、收回赋权, before the term ends. */
export class EndDelegationDto {
  @ApiProperty({ example: '5b0f7f0e-5a39-4c12-9b8b-1b2c3d4e5f60' })
  @IsUuid()
  delegation!: string;

  /** From that day on the power is no longer there. */
  @IsCivilDate()
  on!: string;

  /** @example '承接能力不足' */
  @Line()
  reason!: string;
}
