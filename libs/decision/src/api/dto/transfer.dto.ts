import { IsCivilDate, IsFen } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { TRANSFER_KINDS, type TransferKind } from '../../domain/events';
import { FormText, Line } from './fields';
import { ToldDto } from './told.dto';

/** 案件移送审批表, the officers' part (APL-22, 27). */
export class ProposeTransferDto extends ToldDto {
  /** @example '公安机关' */
  @Line()
  to!: string;

  /** @example '涉嫌犯罪' */
  @FormText()
  ground!: string;

  /** `justice`, unless told: a crime is suspected. `authority`: another authority is competent, and the case ends here. */
  @IsOptional()
  @IsIn(TRANSFER_KINDS)
  @ApiPropertyOptional({ enum: TRANSFER_KINDS, example: 'justice' })
  kind?: TransferKind;
}

/** Not approved; the reasons stay on record (D310). */
export class RefuseTransferDto extends ToldDto {
  /** @example '数额未达到追诉标准' */
  @FormText()
  reasons!: string;
}

/** 案件移送函 and its receipt. */
export class HandOverDto extends ToldDto {
  /** @example '移送回执' */
  @Line()
  receipt!: string;
}

/** Why the case is back. */
export class TransferBackDto extends ToldDto {
  /** @example '不构成犯罪，建议行政处罚' */
  @FormText()
  reason!: string;
}

/** 提请复议书 against the refusal of the police (D310). */
export class RequestTransferReviewDto extends ToldDto {
  /** @example '公安机关' */
  @Line()
  to!: string;

  /** @example '涉案金额认定有误' */
  @FormText()
  ground!: string;
}

export class ConcludeTransferReviewDto extends ToldDto {
  /** The justice organs take the case after all. */
  @IsBoolean()
  accepted!: boolean;

  /** @example '决定立案' */
  @FormText()
  reason!: string;
}

/** 刑事判决书副本: what the court came to, and what of the fine it set off (APL-35). Amounts in fen. */
export class RecordCriminalJudgmentDto extends ToldDto {
  /** @example '示例县人民法院' */
  @Line()
  court!: string;

  /** @example '（2024）示0922刑初1号' */
  @Line()
  judgment!: string;

  @IsCivilDate()
  @ApiProperty({ example: '2024-09-30' })
  effectiveOn!: string;

  /** 罚金; 0 where the court imposed none. */
  @IsFen({ min: 0 })
  criminalFineFen!: number;

  /** Of the fine imposed before, what was set off against it. */
  @IsFen({ min: 0 })
  setOffFen!: number;
}
