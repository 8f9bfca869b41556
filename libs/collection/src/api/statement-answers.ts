import { money } from '../domain/fine/fine-view';
import { rulesTried, type StatementKind } from '../domain/statement/bucket';
import type { StatementState } from '../domain/statement/statement';
import type { MissingMessages } from '../read/bank-days.queries';
import type { StatementLineRow } from '../read/statement-line.entity';
import { collectionProblem } from './collection.messages';
import type { StatementDto, StatementLineDto } from './statement.dto';

/** @throws Problem 404 `statement.not-found` */
export function statementOf(state: StatementState, missing: MissingMessages): StatementDto {
  if (!state.received) throw collectionProblem('statement.not-found');
  const { bank, date, kind = 'statement', lines, linesFen, controlFen, receivedAt } = state.received;
  return {
    ...{ bank, date, kind, lines, sum: money(linesFen), receivedAt },
    controlSum: controlFen === undefined ? null : money(controlFen),
    ...{ stored: state.stored, sorted: state.sorted },
    reconciledAt: state.reconciledAt,
    buckets: state.buckets.map(({ bucket, lines: count, fen }) => ({ bucket, lines: count, sum: money(fen) })),
    missingCount: missing.count,
    missing: missing.items.map(({ reference, kind: what, fen }) => ({
      ...{ reference, kind: what, amount: money(fen) },
      bucket: 'unknown-to-bank',
    })),
    conflicts: state.conflicts,
  };
}

export function statementLineOf(row: StatementLineRow, kind: StatementKind): StatementLineDto {
  const { line, reference, fen, bucket, fineId, codeDiffers, because } = row;
  return {
    ...{ line, reference, amount: money(fen), bucket, fineId, codeDiffers, because },
    tried: rulesTried(kind, bucket).map((rule) => ({ bucket: rule, fits: rule === bucket })),
  };
}
