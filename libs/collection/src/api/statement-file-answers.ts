import type { Position } from '@fajiao/event-store';
import type { DryRun } from '../application/statement-files/dry-run';
import type { CheckedFile } from '../application/statement-files/statement-file';
import type { TakenFile } from '../application/statement-files/statement-files';
import { money } from '../domain/fine/fine-view';
import { keptStatement } from './bank-receipts';
import type { StatementFileReceiptDto } from './statement-file.dto';

const common = (bank: string, { date, kind, format, lines, malformed, linesFen, control }: CheckedFile) => ({
  ...{ bank, date, kind, format, lines, malformed, sum: money(linesFen), controlSum: money(control.fen) },
});

/** @throws Problem 422 `statement.conflict`, `statement.in-future` */
export function takenFile(
  bank: string,
  { file, receipt }: TakenFile,
): { readonly answer: StatementFileReceiptDto; readonly position: Position } {
  const { answer, position } = keptStatement(receipt);
  const kept = { ...common(bank, file), receivedAt: answer.receivedAt, buckets: null, discrepancies: null };
  return { answer: kept, position };
}

export function triedFile(
  bank: string,
  { file, dryRun }: { readonly file: CheckedFile; readonly dryRun: DryRun },
): StatementFileReceiptDto {
  return {
    ...common(bank, file),
    receivedAt: null,
    buckets: dryRun.buckets.map(({ bucket, lines, fen }) => ({ bucket, lines, sum: money(fen) })),
    discrepancies: dryRun.discrepancies.map(({ fen, ...rest }) => ({ ...rest, amount: money(fen) })),
  };
}
