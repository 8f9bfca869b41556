import type { CivilDate, Fen } from '@fajiao/kernel';
import type { Clock } from '@fajiao/rulebook';
import type { AmountDue, SurchargeOnDay } from '../application/fines';
import { money } from '../domain/fine/fine-view';
import type { StatementState } from '../domain/statement/statement';
import type { MissingMessages } from '../read/bank-days.queries';
import type { FineRow } from '../read/fine.entity';
import { collectionProblem } from './collection.messages';
import type { AmountDueDto, ListedFineDto, SurchargeDto } from './fine.dto';
import type { StatementDto } from './statement.dto';

export function listedFine(row: FineRow): ListedFineDto {
  const { fineId, caseId, documentNumber, partyName, paymentCode, state, decidedOn, servedOn, paidOn } = row;
  return {
    ...{ fineId, caseId, documentNumber, partyName, paymentCode, state, decidedOn, servedOn },
    fine: money(row.fineFen),
    confiscatedGains: money(row.confiscatedGainsFen),
    received: money(row.receivedFen),
    held: money(row.heldFen),
    paidOn,
  };
}

/** @throws Problem 409 `calendar.year-unknown` */
export function amountDueOf(fineId: string, { on, account, paymentTerm }: AmountDue): AmountDueDto {
  return {
    ...{ fineId, on },
    amountDue: money(known(account.outstandingFen, paymentTerm)),
    fine: money(account.fineUnpaidFen),
    confiscatedGains: money(account.gainsUnpaidFen),
    surcharge: money(known(account.surchargeUnpaidFen, paymentTerm)),
    paymentDue: paymentTerm.due,
    paymentTerm,
  };
}

/** @throws Problem 409 `calendar.year-unknown` */
export function surchargeOf(fineId: string, surcharge: SurchargeOnDay): SurchargeDto {
  const { on, stated, perMillePerDay, capPercent, source, arisenFen, days, paymentTerm } = surcharge;
  return {
    ...{ fineId, on },
    surcharge: money(known(arisenFen, paymentTerm)),
    ...{ stated, perMillePerDay, capPercent, source },
    days: known(days, paymentTerm).map(({ day, baseFen, arisenFen: arisen }) => ({
      ...{ day, base: money(baseFen) },
      arisen: money(arisen),
    })),
  };
}

export function statementOf(state: StatementState, missing: MissingMessages): StatementDto {
  if (!state.received) throw collectionProblem('statement.not-found');
  const { bank, date, lines, linesFen, receivedAt } = state.received;
  return {
    ...{ bank, date, lines, sum: money(linesFen), receivedAt },
    reconciledAt: state.reconciledAt,
    buckets: state.buckets.map(({ bucket, lines: count, fen }) => ({ bucket, lines: count, sum: money(fen) })),
    missingCount: missing.count,
    missing: missing.items.map(({ reference, kind, fen }) => ({
      ...{ reference, kind, amount: money(fen) },
      bucket: 'unknown-to-bank',
    })),
    conflicts: state.conflicts,
  };
}

function known<T extends Fen | object>(value: T | null, term: Clock): T {
  if (value !== null) return value;
  const notBefore: CivilDate = term.due ?? term.notBefore;
  throw collectionProblem('calendar.year-unknown', { detail: { notBefore } });
}
