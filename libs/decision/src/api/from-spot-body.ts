import { parseCivilDate, type CivilDate } from '@fajiao/kernel';
import type { Told } from '../application/case-acts';
import type { DecideOnTheSpot } from '../domain/acts';
import type { DecideOnTheSpotDto } from './dto/spot.dto';
import { correctionOf, leadOf, penaltiesOf } from './from-body';

/** A decision made on the spot, in the words of the domain. What is found on the spot is found by an inspection. */
export function decideOnTheSpotOf(body: DecideOnTheSpotDto): DecideOnTheSpot & Told {
  const { actDate, actEndDate, source, penalties, correction, ...rest } = body;
  return {
    ...rest,
    actDate: parseCivilDate(actDate),
    ...(actEndDate !== undefined && { actEndDate: parseCivilDate(actEndDate) }),
    source: source ? leadOf(source) : { kind: 'inspection' },
    penalties: penaltiesOf(penalties),
    ...(correction && { correction: correctionOf(correction) }),
  };
}

/** Money of which the day of landing may be told. */
export function landedOf<Body extends { readonly landedOn?: string }>({
  landedOn,
  ...rest
}: Body): Omit<Body, 'landedOn'> & { readonly landedOn?: CivilDate } {
  return { ...rest, ...(landedOn !== undefined && { landedOn: parseCivilDate(landedOn) }) };
}
