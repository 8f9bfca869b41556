import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate, unitKinds, type UnitKind } from '@fajiao/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { Line, PostRoles, RegisterId } from './fields';

/** Where somebody serves. */
export class ServingUnitDto {
  @RegisterId('bureau')
  id!: string;

  @IsIn(unitKinds)
  @ApiProperty({ enum: unitKinds, example: 'bureau' })
  kind!: UnitKind;
}

/** 行政执法证, with which somebody begins to serve. */
export class FirstCertificateDto {
  /** @example '14-0922-021' */
  @Line()
  no!: string;

  /** The first day; that of the service unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  validFrom?: string;

  /** The last day, which still counts. */
  @ApiProperty({ example: '2028-06-30' })
  @IsCivilDate()
  validUntil!: string;
}

/** 行政执法人员登记. */
export class RegisterOfficerDto {
  /** Staff id: the subject of their tokens. */
  @RegisterId('officer-9')
  id!: string;

  /** @example '示例执法人员九' */
  @Line()
  name!: string;

  @PostRoles()
  roles!: string[];

  @IsDefined()
  @ValidateNested()
  @Type(() => ServingUnitDto)
  unit!: ServingUnitDto;

  /** The first day; today unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  from?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => FirstCertificateDto)
  @ApiPropertyOptional()
  certificate?: FirstCertificateDto;
}

/** 调岗、派驻. */
export class AssignPostDto {
  @PostRoles()
  roles!: string[];

  @IsDefined()
  @ValidateNested()
  @Type(() => ServingUnitDto)
  unit!: ServingUnitDto;

  /** The first day; today unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  from?: string;
}

/** 行政执法证, issued or renewed. */
export class IssueCertificateDto {
  /** @example '14-0922-021' */
  @Line()
  no!: string;

  /** The first day. The same number and first day again corrects the term. */
  @IsCivilDate()
  validFrom!: string;

  /** The last day, which still counts. */
  @ApiProperty({ example: '2028-06-30' })
  @IsCivilDate()
  validUntil!: string;
}

/** 暂扣执法证. */
export class SuspendCertificateDto {
  /** @example '14-0922-001' */
  @Line()
  no!: string;

  @IsCivilDate()
  from!: string;

  /** The last day; until it is restored unless told. */
  @IsOptional()
  @ApiPropertyOptional({ example: '2023-09-30' })
  @IsCivilDate()
  until?: string;

  /** @example '年度考试不合格' */
  @Line()
  reason!: string;
}

/** The end of a suspension, or a withdrawal (收回、注销), on a day. */
export class EndCertificateDto {
  /** @example '14-0922-001' */
  @Line()
  no!: string;

  /** From that day on. */
  @IsCivilDate()
  on!: string;

  /** @example '调离执法岗位' */
  @Line()
  reason!: string;
}

/** What a legal reviewer brings (APL-58). */
export class RecordQualificationDto {
  /** 国家统一法律职业资格. */
  @IsBoolean()
  @ApiProperty({ example: true })
  legalQualification!: boolean;

  /** The next review would be the first. */
  @IsBoolean()
  @ApiProperty({ example: false })
  firstTimeReviewer!: boolean;

  /** The first day; today unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  from?: string;
}

/** 离岗. */
export class RecordDepartureDto {
  /** The last day of service, which still counts. */
  @IsCivilDate()
  lastDay!: string;

  /** @example '退休' */
  @Line()
  reason!: string;
}

/** 集体讨论成员. */
export class SetMembershipDto {
  @IsBoolean()
  @ApiProperty({ example: true })
  member!: boolean;

  /** The first day; today unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional()
  from?: string;
}
