import type { Example } from './examples';

export interface Played {
  readonly name: string;
  readonly status: number;
  readonly fault: string | null;
}

/** Sends every example to a running server, as the bank in test mode, and holds the answers against those that are due. */
export async function play(url: string, examples: readonly Example[]): Promise<Played[]> {
  const answers = new Map<string, string>();
  const played: Played[] = [];
  for (const { name, path, body, headers, expect } of examples) {
    const response = await fetch(url + path, { method: 'POST', headers, body });
    const text = await response.text();
    answers.set(name, text);
    const code = codeOf(text);
    const faults = [
      ...(response.status === expect.status ? [] : [`answered ${response.status}, ${expect.status} is due`]),
      ...(expect.code === undefined || expect.code === code ? [] : [`code ${code}, ${expect.code} is due`]),
      ...(expect.sameAs === undefined || answers.get(expect.sameAs) === text ? [] : ['not the same answer as before']),
    ];
    played.push({ name, status: response.status, fault: faults.join('; ') || null });
  }
  return played;
}

function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code;
  } catch {
    return undefined;
  }
}
