import { answered } from '@fajiao/platform';
import type { Entered } from '../application/register-acts';
import type { DelegationsDescription, OfficerDescription, PanelDescription } from '../domain/describe';
import type { DelegationsDto } from './dto/delegation.dto';
import type { OfficerDto, PanelDto } from './dto/officer.dto';

// An entry's answer is the record as it stands now, with the ETag that the next entry rests on.

export function officerOf(id: string, { description, revision, position }: Entered<OfficerDescription>): OfficerDto {
  const location = `/registry/v1/officers/${id}`;
  return answered({ id, revision, ...description }, { etag: revision, position, location });
}

export function panelOf({ description, revision, position }: Entered<PanelDescription>): PanelDto {
  return answered({ revision, ...description }, { etag: revision, position });
}

export function delegationsOf(
  unit: string,
  { description, revision, position }: Entered<DelegationsDescription>,
): DelegationsDto {
  const location = `/registry/v1/delegations/${unit}`;
  return answered({ unit, revision, ...description }, { etag: revision, position, location });
}
