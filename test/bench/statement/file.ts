import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { csvRecord } from '../../support/bank-kit/files';
import { BANK, DAY, FINE_FEN, type Plan } from './plan';

/** Payment n's line as the bank writes it; undefined: the bank has none. */
export function lineOf(plan: Plan, n: number, codeOf: (n: number) => string): string | undefined {
  const reference = `L${n}`;
  switch (plan.kindOf(n)) {
    case 'unknown-to-bank':
      return undefined;
    case 'malformed':
      return `"${reference},not a line`;
    case 'duplicate-line':
      return csvRecord({ reference: `L${n - 1}`, fen: FINE_FEN });
    case 'reversal':
      return csvRecord({ reference, fen: -FINE_FEN, reverses: `L${n - 1}` });
    case 'reversal-of-unknown':
      return csvRecord({ reference, fen: -FINE_FEN });
    case 'suspended.unknown-code':
      return csvRecord({ reference, fen: FINE_FEN, code: '99999999999999999999' });
    case 'suspended.fine-cancelled':
    case 'callback-missing':
      return csvRecord({ reference, fen: FINE_FEN, code: codeOf(n) });
    case 'amount-differs':
      return csvRecord({ reference, fen: FINE_FEN - 1 });
    case 'matched-with-overpayment':
      return csvRecord({ reference, fen: FINE_FEN + 500 });
    case 'matched':
      return csvRecord({ reference, fen: FINE_FEN });
  }
}

/** Writes the day's statement as a bank would, line by line. */
export async function writeStatement(path: string, plan: Plan, codeOf: (n: number) => string): Promise<void> {
  const file = createWriteStream(path);
  file.write(`statement,1,${BANK},${DAY},CNY\nreference,amount,code,reverses\n`);
  let lines = 0;
  let fen = 0;
  for (let n = 0; n < plan.payments; n += 1) {
    const line = lineOf(plan, n, codeOf);
    if (line === undefined) continue;
    lines += 1;
    fen += Math.round(Number(line.split(',')[1]) * 100) || 0;
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end(`total,${lines},${(fen / 100).toFixed(2)}\n`);
  await once(file, 'finish');
}
