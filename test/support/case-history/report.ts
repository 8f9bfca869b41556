import type { ExpectationResult } from './expectations';
import { type JsonObject, textOf } from './format';
import type { HistoryResult, Requirements, StepResult } from './run';

const mark = (ok: boolean): string => (ok ? '✓' : '✗');

/** A step for a person: who asked what, what came of it, and what the case still requires. */
export function stepLines(result: StepResult, request?: { method: string; path: string; body: JsonObject }): string {
  const lines = [`${String(result.n).padStart(3)}. ${mark(result.ok)} ${result.at}  ${result.by}  ${result.act}`];
  if (request) lines.push(`       ${request.method} ${request.path}  ${shortened(request.body)}`);
  if (result.unsupported) lines.push(`       not built yet: ${result.unsupported}`);
  if (result.event !== undefined) lines.push(`       ${result.status} → ${result.event}`);
  if (result.refusal)
    lines.push(`       ${result.status} refused: ${result.refusal.codes.join(', ')} (${result.refusal.source})`);
  if (result.fault) lines.push(`       ${result.fault}`);
  return lines.join('\n');
}

/** What is missing for the next milestone; where nothing is, the acts that are open. */
export function requiredLine({ next, acts }: Requirements): string {
  const missing = next.map(({ act, code, source }) => `${textOf(code)} (${textOf(source)}), to ${textOf(act)}`);
  const open = acts.filter((act) => act['open'] === true).map(({ act }) => textOf(act));
  return `       still required: ${missing.join('; ') || `nothing; open: ${open.join(', ') || 'nothing'}`}`;
}

export function expectationLines(expect: HistoryResult['expect']): string {
  return Object.entries(expect)
    .map(([key, result]) => `  ${mark(result.ok)} ${key}: ${comparison(result)}`)
    .join('\n');
}

const comparison = ({ expected, actual, ok, unsupported }: ExpectationResult): string =>
  unsupported
    ? `${JSON.stringify(expected)} expected; not built yet`
    : ok
      ? JSON.stringify(actual)
      : `${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;

const shortened = (body: JsonObject): string => {
  const text = JSON.stringify(body);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
};
