import { InvalidInstant, parseInstant } from '@fajiao/kernel';
import { platformProblem } from '@fajiao/platform';
import type { Moment } from '../replay/history';

/**
 * A revision or an instant, as a query parameter writes it; nothing stands for now.
 * @throws Problem `input.invalid`
 */
export function momentOf(parameter: string, text: string | undefined): Moment {
  if (text === undefined) return 'now';
  if (/^\d{1,9}$/.test(text)) return { revision: Number(text) };
  try {
    return { at: parseInstant(text) };
  } catch (error) {
    if (!(error instanceof InvalidInstant)) throw error;
    throw platformProblem('input.invalid', { errors: [{ parameter, code: 'field.instant' }] });
  }
}
