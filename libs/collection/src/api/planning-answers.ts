import { type CivilDate, fen } from '@fajiao/kernel';
import type { ProvedQuote } from '../application/quotes';
import { money } from '../domain/fine/fine-view';
import type { LedgerLine } from '../domain/fine/ledger';
import type { PlannedFine } from '../read/planner.queries';
import { collectionProblem } from './collection.messages';
import type { LedgerDto } from './ledger.dto';
import type { PlannedFineDto } from './planner.dto';
import type { QuoteDto } from './quote.dto';

/** @throws Problem 404 `payment-code.not-found`, 409 `calendar.year-unknown` */
export function quoteAnswer(proved: ProvedQuote | undefined): QuoteDto {
  if (!proved) throw collectionProblem('payment-code.not-found');
  const { fineId, quote, proof } = proved;
  const { amountDueFen, fineFen, confiscatedGainsFen, surchargeFen, refundedBeyondFen, surchargeDays, ...about } =
    quote;
  if (amountDueFen === null || surchargeFen === null || surchargeDays === null)
    throw yearUnknown(quote.at.slice(0, 10));
  return {
    ...{ ...about, fineId },
    amountDue: money(amountDueFen),
    fine: money(fineFen),
    confiscatedGains: money(confiscatedGainsFen),
    surcharge: money(surchargeFen),
    refundedBeyond: money(refundedBeyondFen),
    surchargeDays: surchargeDays.map(({ day, baseFen, arisenFen }) => ({
      ...{ day, base: money(baseFen) },
      arisen: money(arisenFen),
    })),
    proof,
  };
}

/** @throws Problem 409 `calendar.year-unknown` */
export function ledgerAnswer(fineId: string, on: CivilDate, lines: readonly LedgerLine[] | null): LedgerDto {
  if (lines === null) throw yearUnknown(on);
  return {
    ...{ fineId, on },
    lines: lines.map(({ debitFen, creditFen, balanceFen, ...line }) => ({
      ...line,
      ...{ debit: money(debitFen), credit: money(creditFen), balance: money(balanceFen) },
    })),
    balance: money(lines.at(-1)?.balanceFen ?? fen(0)),
  };
}

export function plannedFine({ row, plan }: PlannedFine): PlannedFineDto {
  const { fineId, caseId, documentNumber, partyName, servedOn } = row;
  const { standing, paymentTerm, demandBy, demandTerm, courtTermFrom, courtApplyBy, daysLeft } = plan;
  const unpaid = row.fineFen + row.confiscatedGainsFen - row.receivedFen + row.refundedFen - row.custodyFen;
  return {
    ...{ fineId, caseId, documentNumber, partyName, servedOn, standing },
    principalUnpaid: money(fen(unpaid)),
    paymentDue: paymentTerm.due,
    ...{ demandBy, demandedOn: row.demandedOn, demandTermEnds: demandTerm?.due ?? null },
    ...{ courtTermFrom, daysLeft, atCourtSince: row.atCourtSince },
    courtApplyBy: courtApplyBy?.due ?? null,
    courtClock: courtApplyBy,
  };
}

const yearUnknown = (notBefore: string) => collectionProblem('calendar.year-unknown', { detail: { notBefore } });
