import { parseCivilDate } from '@fajiao/kernel';
import type { Told } from '../application/case-acts';
import type { BeginTesting, OrderCorrection } from '../domain/acts';
import type { BeginTestingDto, OrderCorrectionDto } from './dto/measures.dto';

/** Forms of measures with days in them, in the words of the domain. */

export function beginTestingOf({ until, ...rest }: BeginTestingDto, seizure: number): BeginTesting & Told {
  return { ...rest, seizure, until: parseCivilDate(until) };
}

export function orderCorrectionOf({ by, ...rest }: OrderCorrectionDto): OrderCorrection & Told {
  return { ...rest, ...(by !== undefined && { by: parseCivilDate(by) }) };
}
