import type { DelegatedPower } from '@fajiao/contracts';
import { type CivilDate, parseCivilDate } from '@fajiao/kernel';
import type { EndDelegation } from '../domain/delegation-acts';
import type {
  AssignPost,
  IssueCertificate,
  RecordDeparture,
  RecordQualification,
  RegisterOfficer,
  SuspendCertificate,
  WithdrawCertificate,
} from '../domain/officer-acts';
import type { SetMembership } from '../domain/panel-acts';
import type { DelegatePowerDto, EndDelegationDto } from './dto/delegation-forms.dto';
import type {
  AssignPostDto,
  EndCertificateDto,
  IssueCertificateDto,
  RecordDepartureDto,
  RecordQualificationDto,
  RegisterOfficerDto,
  SetMembershipDto,
  SuspendCertificateDto,
} from './dto/officer-forms.dto';

/** Bodies whose shape has been checked, in the words of the domain: days get their type. */

export function registerOf({ id: _id, from, certificate, ...rest }: RegisterOfficerDto): RegisterOfficer {
  return { ...rest, ...fromDay(from), ...(certificate && { certificate: firstCertificate(certificate) }) };
}

export const postOf = ({ from, ...rest }: AssignPostDto): AssignPost => ({ ...rest, ...fromDay(from) });

export const issuedOf = ({ no, validFrom, validUntil }: IssueCertificateDto): IssueCertificate => ({
  no,
  validFrom: parseCivilDate(validFrom),
  validUntil: parseCivilDate(validUntil),
});

export const suspendedOf = ({ from, until, ...rest }: SuspendCertificateDto): SuspendCertificate => ({
  ...rest,
  from: parseCivilDate(from),
  ...(until !== undefined && { until: parseCivilDate(until) }),
});

export const endedOf = ({ on, ...rest }: EndCertificateDto): WithdrawCertificate => ({
  ...rest,
  on: parseCivilDate(on),
});

export const qualificationOf = ({ from, ...rest }: RecordQualificationDto): RecordQualification => ({
  ...rest,
  ...fromDay(from),
});

export const departureOf = ({ lastDay, ...rest }: RecordDepartureDto): RecordDeparture => ({
  ...rest,
  lastDay: parseCivilDate(lastDay),
});

export const membershipOf = ({ from, ...rest }: SetMembershipDto): SetMembership => ({ ...rest, ...fromDay(from) });

export const powerOf = ({
  from,
  until,
  publishedOn,
  ...rest
}: DelegatePowerDto): Omit<DelegatedPower, 'delegation'> => ({
  ...rest,
  from: parseCivilDate(from),
  until: parseCivilDate(until),
  publishedOn: parseCivilDate(publishedOn),
});

export const endOf = ({ on, ...rest }: EndDelegationDto): EndDelegation => ({ ...rest, on: parseCivilDate(on) });

function firstCertificate({
  validFrom,
  validUntil,
  no,
}: NonNullable<RegisterOfficerDto['certificate']>): NonNullable<RegisterOfficer['certificate']> {
  return {
    no,
    validUntil: parseCivilDate(validUntil),
    ...(validFrom !== undefined && { validFrom: parseCivilDate(validFrom) }),
  };
}

function fromDay(from: string | undefined): { readonly from?: CivilDate } {
  return from === undefined ? {} : { from: parseCivilDate(from) };
}
