import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { PlainPenaltyKind } from '@fajiao/contracts';
import { IsFen } from '@fajiao/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Lines } from './fields';

const PLAIN_KINDS = [
  'warning',
  'public-criticism',
  'licence-suspension',
  'downgrade',
  'licence-revocation',
  'business-restriction',
  'closure',
  'practice-ban',
  'publication',
] as const satisfies readonly PlainPenaltyKind[];

/** A penalty whose content is its kind: 警告, 吊销许可证件, … */
export class PlainPenaltyDto {
  @IsIn(PLAIN_KINDS)
  @ApiProperty({ enum: PLAIN_KINDS, example: 'warning' })
  kind!: PlainPenaltyKind;
}

/** 罚款. */
export class FineDto {
  @Equals('fine')
  @ApiProperty({ enum: ['fine'] })
  kind!: 'fine';

  @IsFen({ min: 1 })
  fen!: number;
}

/** 没收违法所得. */
export class ConfiscatedGainsDto {
  @Equals('confiscation-of-gains')
  @ApiProperty({ enum: ['confiscation-of-gains'] })
  kind!: 'confiscation-of-gains';

  @IsFen({ min: 1 })
  fen!: number;
}

/** 没收非法财物. */
export class ConfiscatedGoodsDto {
  @Equals('confiscation-of-goods')
  @ApiProperty({ enum: ['confiscation-of-goods'] })
  kind!: 'confiscation-of-goods';

  @ArrayMinSize(1)
  @Lines(['接收设施1套'])
  items!: string[];
}

/** 责令停产停业: days or months. */
export class SuspensionDto {
  @Equals('suspension')
  @ApiProperty({ enum: ['suspension'] })
  kind!: 'suspension';

  @ValidateIf(({ days, months }: SuspensionDto) => days !== undefined || months === undefined)
  @IsInt()
  @Min(1)
  @Max(3650)
  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  days?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 2 })
  months?: number;
}

export type PenaltyDto = PlainPenaltyDto | FineDto | ConfiscatedGainsDto | ConfiscatedGoodsDto | SuspensionDto;

const KINDS = [
  { value: FineDto, name: 'fine' },
  { value: ConfiscatedGainsDto, name: 'confiscation-of-gains' },
  { value: ConfiscatedGoodsDto, name: 'confiscation-of-goods' },
  { value: SuspensionDto, name: 'suspension' },
];

/** Penalties, each kind once. */
export function ArePenalties(): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(20),
    ArrayUnique((penalty: { kind?: unknown } | null) => penalty?.kind),
    ValidateNested({ each: true }),
    Type(() => PlainPenaltyDto, {
      discriminator: { property: 'kind', subTypes: KINDS },
      keepDiscriminatorProperty: true,
    }),
    ApiProperty({
      type: 'array',
      items: {
        oneOf: [PlainPenaltyDto, ...KINDS.map(({ value }) => value)].map((value) => ({ $ref: getSchemaPath(value) })),
      },
      example: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }],
    }),
  );
}

/** For the document of whoever uses {@link ArePenalties}. */
export const PenaltyModels = (): ClassDecorator =>
  ApiExtraModels(PlainPenaltyDto, ...KINDS.map(({ value }) => value)) as ClassDecorator;
