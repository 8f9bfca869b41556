import type { CivilDate, Fen } from '@fajiao/kernel';
import type { Clock } from '@fajiao/rulebook';
import type { AmountDue, SurchargeOnDay } from '../application/fines';
import { FINE_CONDITIONS, type FineCondition, money } from '../domain/fine/fine-view';
import type { FineRow } from '../read/fine.entity';
import { collectionProblem } from './collection.messages';
import type { ListedFineDto } from './fine.dto';
import type { AmountDueDto, SurchargeDto } from './fine-on-day.dto';

/** The same words as one fine has (fine-view.ts), from its row. */
function conditionsOfRow(row: FineRow): FineCondition[] {
  const holds: Readonly<Record<FineCondition, boolean>> = {
    deferred: row.termKind === 'deferral',
    instalments: row.termKind === 'instalments',
    paused: Object.values(row.remedies).some(({ through }) => through === null),
    reduced: row.changedOn !== null,
    'surcharge-reduced': row.waivedFen > 0,
    'spot-money-held': Object.keys(row.spotMoney).length > 0,
    overpaid: row.heldFen > 0,
    'refund-pending': Object.keys(row.pendingRefunds).length > 0,
  };
  return FINE_CONDITIONS.filter((condition) => holds[condition]);
}

export function listedFine(row: FineRow): ListedFineDto {
  const { fineId, caseId, documentNumber, partyName, paymentCode, state, decidedOn, servedOn, paidOn } = row;
  return {
    ...{ fineId, caseId, documentNumber, partyName, paymentCode, state, decidedOn, servedOn },
    fine: money(row.fineFen),
    confiscatedGains: money(row.confiscatedGainsFen),
    conditions: conditionsOfRow(row),
    received: money(row.receivedFen),
    refunded: money(row.refundedFen),
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

function known<T extends Fen | object>(value: T | null, term: Clock): T {
  if (value !== null) return value;
  const notBefore: CivilDate = term.due ?? term.notBefore;
  throw collectionProblem('calendar.year-unknown', { detail: { notBefore } });
}
