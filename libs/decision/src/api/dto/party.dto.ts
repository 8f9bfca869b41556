import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Equals, IsIn, ValidateNested } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { CitizenId, CreditCode, Line } from './fields';

/** Natural person (公民). */
export class CitizenDto {
  @Equals('citizen')
  @ApiProperty({ enum: ['citizen'] })
  kind!: 'citizen';

  /** @example '张示例' */
  @Line()
  name!: string;

  @CitizenId()
  citizenId!: string;
}

/** Legal person or other organisation (法人或者其他组织). */
export class OrganisationDto {
  @Equals('organisation')
  @ApiProperty({ enum: ['organisation'] })
  kind!: 'organisation';

  /** @example '示例文化传媒有限公司' */
  @Line()
  name!: string;

  @CreditCode()
  unifiedSocialCreditCode!: string;

  /** @example '示例代表乙' */
  @Line()
  legalRepresentative!: string;
}

/** Individual business (个体工商户). */
export class IndividualBusinessDto {
  @Equals('individual-business')
  @ApiProperty({ enum: ['individual-business'] })
  kind!: 'individual-business';

  /** @example '示例网络服务中心' */
  @Line()
  name!: string;

  @CreditCode('92')
  unifiedSocialCreditCode!: string;

  /** @example '示例经营者甲' */
  @Line()
  operator!: string;
}

/** Any other kind is no party. */
class NoPartyDto {
  @IsIn(['citizen', 'organisation', 'individual-business'])
  kind!: string;
}

export type PartyDto = CitizenDto | OrganisationDto | IndividualBusinessDto;

/** The party of a case (当事人), one of its three kinds. */
export function IsParty(): PropertyDecorator {
  const kinds = [
    { value: IndividualBusinessDto, name: 'individual-business' },
    { value: OrganisationDto, name: 'organisation' },
    { value: CitizenDto, name: 'citizen' },
  ];
  return applyDecorators(
    ValidateNested(),
    Type(() => NoPartyDto, { discriminator: { property: 'kind', subTypes: kinds }, keepDiscriminatorProperty: true }),
    ApiProperty({ oneOf: kinds.map(({ value }) => ({ $ref: getSchemaPath(value) })) }),
  );
}

/** For the document of whoever uses {@link IsParty}. */
export const PartyModels = (): ClassDecorator =>
  ApiExtraModels(IndividualBusinessDto, OrganisationDto, CitizenDto) as ClassDecorator;
