import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate, PageQueryDto, Text } from '@fajiao/platform';
import { IsOptional, Matches } from 'class-validator';
import { REGISTER_ID } from './fields';

const NO_CONTROLS = /^\P{Cc}*$/u;

/** What the list of officers is narrowed to; all that is said must hold. */
export class ListOfficersDto extends PageQueryDto {
  /** Part of the name. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '执法人员' })
  name?: string;

  /** Unit in which they serve or served. */
  @IsOptional()
  @Matches(REGISTER_ID)
  @ApiPropertyOptional({ example: 'bureau' })
  unit?: string;

  /** Whose last certificate ends by that day: 到期提醒. */
  @IsOptional()
  @ApiPropertyOptional({ example: undefined })
  @IsCivilDate()
  certificateEndsBy?: string;

  /** The day of which the answer speaks; today unless told. */
  @IsOptional()
  @ApiPropertyOptional({ example: undefined })
  @IsCivilDate()
  on?: string;
}

/** What the list of delegations is narrowed to; all that is said must hold. */
export class ListDelegationsDto extends PageQueryDto {
  @IsOptional()
  @Matches(REGISTER_ID)
  @ApiPropertyOptional({ example: 'longquan' })
  unit?: string;

  /** In force on that day. */
  @IsOptional()
  @ApiPropertyOptional({ example: undefined })
  @IsCivilDate()
  inForceOn?: string;
}
