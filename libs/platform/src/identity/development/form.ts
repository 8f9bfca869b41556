import type { Request } from 'express';
import { readJsonBody } from '../../http/json-body';
import { rawBody } from '../../http/raw-body';

const LIMIT = 16 * 1024;

/** The fields of a form, sent as a form or as a JSON object of texts. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const bytes = await rawBody(request, LIMIT);
  if (request.is('application/x-www-form-urlencoded')) return new URLSearchParams(bytes.toString('utf8'));
  const { value } = readJsonBody(request, bytes);
  return formOf(value);
}

export function formOf(fields: object): URLSearchParams {
  return new URLSearchParams(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, String(field)])));
}
