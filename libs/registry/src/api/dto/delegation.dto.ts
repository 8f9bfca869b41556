import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ListedDelegation } from '../../read/register.queries';
import { UnitDto } from './officer.dto';

export class EndedDto {
  @ApiProperty({ format: 'date', example: '2024-06-01' })
  on!: string;

  /** @example '承接能力不足' */
  reason!: string;
}

/** What a unit may do beside the bureau, and on what that rests. */
export class DelegationDto implements Record<keyof Omit<ListedDelegation, 'code'>, unknown> {
  @ApiProperty({ format: 'uuid' })
  delegation!: string;

  @ApiProperty({ type: UnitDto })
  unit!: UnitDto;

  /**
   * Its name in documents.
   * @example '示例县龙泉镇人民政府'
   */
  name!: string;

  /** Its unified social credit code. */
  @ApiPropertyOptional({ example: '91140922MA0K34CD5E' })
  code?: string;

  /** APL-20: acts in the bureau's name. APL-24: acts in its own. */
  @ApiProperty({ enum: ['APL-20', 'APL-24'], example: 'APL-24' })
  basis!: string;

  @ApiProperty({ type: [String], example: ['CT-NET-31-1'] })
  offences!: readonly string[];

  @ApiProperty({ type: [String], example: [] })
  statutes!: readonly string[];

  @ApiProperty({ type: [String], example: ['龙泉镇'] })
  area!: readonly string[];

  @ApiProperty({ format: 'date', example: '2023-01-01' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2025-12-31' })
  until!: string;

  @ApiProperty({ format: 'date', example: '2022-12-20' })
  publishedOn!: string;

  /** @example '（示例）省人民政府关于乡镇综合行政执法的决定' */
  instrument!: string;

  /** Null: it runs to the end of its term. */
  @ApiProperty({ type: EndedDto, nullable: true })
  ended!: EndedDto | null;

  /** On the day that was asked about. */
  @ApiProperty({ example: true })
  inForce!: boolean;
}

/** All that one unit was given. */
export class DelegationsDto {
  /** @example 'longquan' */
  unit!: string;

  /** @example 0 */
  revision!: number;

  /** The day of which `inForce` speaks. */
  @ApiProperty({ format: 'date', example: '2023-09-11' })
  day!: string;

  @ApiProperty({ type: [DelegationDto] })
  delegations!: readonly DelegationDto[];
}

export class DelegationListDto {
  @ApiProperty({ type: [DelegationDto] })
  items!: readonly DelegationDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}
