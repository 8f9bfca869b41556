import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { unitKinds } from '@fajiao/platform';
import type { ListedOfficer } from '../../read/register.queries';
import type { OfficerDescription } from '../../domain/describe';
import type { StandingOnDay } from '../../domain/officer-on-day';

export class UnitDto {
  /** @example 'bureau' */
  id!: string;

  @ApiProperty({ enum: unitKinds, example: 'bureau' })
  kind!: (typeof unitKinds)[number];
}

/** The certificate of a day; where none is valid, the latest that was. */
export class StandingCertificateDto {
  /** @example '14-0922-001' */
  no!: string;

  /** The last day still counts. */
  @ApiProperty({ format: 'date', example: '2027-12-31' })
  validUntil!: string;

  @ApiProperty({ enum: ['in-force', 'suspended', 'withdrawn'], example: 'in-force' })
  standing!: string;
}

/** Somebody as the register has them on a day. */
export class StandingDto implements Record<keyof Omit<StandingOnDay, 'certificate'>, unknown> {
  @ApiProperty({ type: [String], example: ['officer'] })
  roles!: readonly string[];

  @ApiProperty({ type: UnitDto })
  unit!: UnitDto;

  @ApiPropertyOptional({ type: StandingCertificateDto })
  certificate?: StandingCertificateDto;

  /** 国家统一法律职业资格 (APL-58). */
  @ApiProperty({ example: false })
  legalQualification!: boolean;

  @ApiProperty({ example: false })
  firstTimeReviewer!: boolean;
}

export class ServiceDto {
  /** Null: as long as anybody can tell. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  from!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  lastDay!: string | null;
}

export class TermDto {
  /** @example '14-0922-001' */
  no!: string;

  /** Null: as long as anybody can tell. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  validFrom!: string | null;

  @ApiProperty({ format: 'date', example: '2027-12-31' })
  validUntil!: string;
}

export class SuspensionDto {
  /** @example '14-0922-001' */
  no!: string;

  @ApiProperty({ format: 'date', example: '2023-08-01' })
  from!: string;

  /** Null: until it is restored. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-08-31' })
  until!: string | null;

  /** @example '年度考试不合格' */
  reason!: string;
}

export class WithdrawalDto {
  /** @example '14-0922-001' */
  no!: string;

  @ApiProperty({ format: 'date', example: '2023-10-01' })
  on!: string;

  /** @example '调离执法岗位' */
  reason!: string;
}

export class RegisterLogDto {
  /** @example 0 */
  revision!: number;

  /** @example 'OfficerRegistered' */
  type!: string;

  @ApiProperty({ format: 'date-time', example: '2023-09-11T01:00:00.000Z' })
  recordedAt!: string;

  /** @example 'lead-1' */
  by!: string;
}

/** One person: how they stand on a day, and all that was ever recorded. */
export class OfficerDto implements Record<keyof OfficerDescription, unknown> {
  /** @example 'officer-1' */
  id!: string;

  /** @example 1 */
  revision!: number;

  /** @example '示例执法人员一' */
  name!: string;

  /** The day of which `standing` speaks. */
  @ApiProperty({ format: 'date', example: '2023-09-11' })
  day!: string;

  /** Null: not on the staff on that day. */
  @ApiProperty({ type: StandingDto, nullable: true })
  standing!: StandingDto | null;

  @ApiProperty({ type: [ServiceDto] })
  services!: readonly ServiceDto[];

  @ApiProperty({ type: [TermDto] })
  certificates!: readonly TermDto[];

  @ApiProperty({ type: [SuspensionDto] })
  suspensions!: readonly SuspensionDto[];

  @ApiProperty({ type: [WithdrawalDto] })
  withdrawals!: readonly WithdrawalDto[];

  @ApiProperty({ type: [RegisterLogDto] })
  log!: readonly RegisterLogDto[];
}

/** The same as it is read, with what an auditor's replay comes to. */
export class ReadOfficerDto extends OfficerDto {
  /** SHA-256 (hex) of the description as of the last record. */
  @ApiProperty({
    pattern: '^[0-9a-f]{64}$',
    example: '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455',
  })
  stateDigest!: string;
}

const LISTED: StandingDto = {
  ...{ roles: ['officer'], unit: { id: 'bureau', kind: 'bureau' } },
  certificate: { no: '14-0922-001', validUntil: '2027-12-31', standing: 'in-force' },
  ...{ legalQualification: false, firstTimeReviewer: false },
};

export class ListedOfficerDto implements Record<keyof ListedOfficer, unknown> {
  /** @example 'officer-1' */
  id!: string;

  /** @example '示例执法人员一' */
  name!: string;

  /** Null: not on the staff on that day. */
  @ApiProperty({ type: StandingDto, nullable: true, example: LISTED })
  standing!: StandingDto | null;
}

export class OfficerListDto {
  @ApiProperty({ type: [ListedOfficerDto] })
  items!: readonly ListedOfficerDto[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true, example: null })
  next!: string | null;
}

export class MembershipDto {
  /** @example 'head-1' */
  person!: string;

  /** A member from then on, or no longer. */
  @ApiProperty({ example: true })
  value!: boolean;

  /** Null: ever since. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  from!: string | null;
}

/** The heads who deliberate together (APL-57). */
export class PanelDto {
  /** @example 0 */
  revision!: number;

  /** The day of which `members` speaks. */
  @ApiProperty({ format: 'date', example: '2023-09-11' })
  day!: string;

  @ApiProperty({ type: [String], example: ['head-1', 'head-2', 'head-3'] })
  members!: readonly string[];

  @ApiProperty({ type: [MembershipDto] })
  memberships!: readonly MembershipDto[];
}
