import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate, daysBetween, parseCivilDate } from '@fajiao/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations';

/** The day on which the case of the examples is filed. */
const FILED = parseCivilDate('2023-09-11');

/**
 * The document with examples that can be sent as they are: the case of the examples is filed today (its act would otherwise
 * be out of time), and the key of a new act is not one that was used before.
 */
export function withExamplesOf(today: CivilDate, document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  const days = daysBetween(FILED, today);
  for (const { parameters, requestBody } of operationsOf(copy)) {
    for (const parameter of parameters ?? [])
      if ('name' in parameter && parameter.name === 'Idempotency-Key') parameter.example = randomUUID();
    const media = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
    if (media?.example !== undefined) media.example = moved(media.example, days);
    for (const example of Object.values(media?.examples ?? {}))
      if ('value' in example) example.value = moved(example.value, days);
  }
  return copy;
}

/** The value with its dates, and the dates of its instants, so many days later. */
function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string')
    return value.replace(/^\d{4}-\d\d-\d\d(?=T|$)/, (date) => addDays(parseCivilDate(date), days));
  if (Array.isArray(value)) return value.map((entry) => moved(entry, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, moved(field, days)]));
}
