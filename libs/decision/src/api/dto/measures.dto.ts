import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate } from '@fajiao/platform';
import { ArrayMinSize, IsBoolean, IsInt, IsOptional, Min } from 'class-validator';
import { FormText, Line, Lines, StaffIds } from './fields';
import { ToldDto } from './told.dto';

/** 查封（扣押）审批表 (ACL-18). */
export class ApproveSeizureDto extends ToldDto {
  /**
   * The law that allows it: an entry of the profile's list, by its id or Chinese title.
   * @example 'net-cafe'
   */
  @Line()
  basis!: string;

  @ArrayMinSize(1)
  @Lines(['电脑主机20台'])
  items!: string[];

  /** @example '从事违法经营活动的专用设备' */
  @FormText()
  reasons!: string;
}

/** 查封（扣押）决定书 and 物品清单 (ACL-18 to 24). */
export class SeizeDto extends ToldDto {
  /** The one that was approved; left out of an urgent one. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @ApiPropertyOptional({ type: 'integer', example: 1 })
  seizure?: number;

  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown. */
  @IsBoolean()
  certificatesShown!: boolean;

  @ArrayMinSize(1)
  @Lines(['电脑主机20台'])
  items!: string[];

  /** @example '县城示例街1号' */
  @Line()
  place!: string;

  /** Why it could not wait for its approval (ACL-19): a head is told within 24 hours. */
  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  urgent?: string;

  /** With `urgent`: the law that allows it. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  basis?: string;

  /** Whether decision and list were handed over on the spot. */
  @IsBoolean()
  papersHandedOver!: boolean;

  @IsBoolean()
  partyPresent!: boolean;

  /** Invited where the party was absent. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  witness?: string;

  /** Whether everything has to do with the violation (ACL-23). */
  @IsBoolean()
  related!: boolean;

  /** Whether daily necessities of a citizen or dependants are among it (ACL-23). */
  @IsBoolean()
  dailyNecessities!: boolean;

  /** Whether another organ of the state has seized it before (ACL-23). */
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({ example: false })
  seizedBefore?: boolean;
}

/** The head's answer to an urgent seizure (ACL-19). */
export class ConfirmSeizureDto extends ToldDto {
  /** False: it is to be lifted at once. */
  @IsBoolean()
  confirmed!: boolean;

  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reasons?: string;
}

/** 延长查封（扣押）期限决定书 (ACL-25). */
export class ExtendSeizureDto extends ToldDto {
  /** @example '案情复杂，需要进一步查明货源' */
  @FormText()
  reasons!: string;
}

/** 检测（检验、检疫、鉴定）期间告知书 (ACL-25). */
export class BeginTestingDto extends ToldDto {
  /** @example '示例鉴定机构' */
  @Line()
  institution!: string;

  /** @example '主机功能鉴定' */
  @Line()
  what!: string;

  /** Until when it lasts, as the party is told. */
  @IsCivilDate()
  until!: string;
}

export class EndTestingDto extends ToldDto {
  /** @example '用于违法经营' */
  @FormText()
  result!: string;
}

/** 解除查封（扣押）决定书 (ACL-28). */
export class LiftSeizureDto extends ToldDto {
  /**
   * A ground of the profile's list, by its id or Chinese title.
   * @example 'no-longer-needed'
   */
  @Line()
  ground!: string;

  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  reasons?: string;
}

/** 查封（扣押）财物处理决定书 (ACL-27). */
export class DisposeSeizedDto extends ToldDto {
  /**
   * A way of the profile's list, by its id or Chinese title.
   * @example 'confiscated'
   */
  @Line()
  how!: string;

  @IsOptional()
  @FormText()
  @ApiPropertyOptional({ example: undefined })
  note?: string;
}

/** 责令改正通知书 (APL-28). */
export class OrderCorrectionDto extends ToldDto {
  /** @example '立即停止超时营业' */
  @FormText()
  what!: string;

  /** The day by which; at once unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  by?: string;
}

/** 责令改正复查记录. */
export class InspectCorrectionDto extends ToldDto {
  @StaffIds()
  officers!: string[];

  /** Whether the certificates were shown. */
  @IsBoolean()
  certificatesShown!: boolean;

  @IsBoolean()
  corrected!: boolean;

  /** @example '已按时停止营业' */
  @FormText()
  findings!: string;
}
