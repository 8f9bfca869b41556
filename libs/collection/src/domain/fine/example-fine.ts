import { fen, parseCivilDate, startOfDay, uuid5 } from '@fajiao/kernel';
import { evolveFine } from './fine.evolve';
import type { FineEvent } from './fine.events';
import { fines, type FineState } from './fine.state';

const SERVED = parseCivilDate('2023-09-28');

/** A fine of nobody, for banks to try their quotes on: 5,000 yuan and 1,000 yuan of gains, served, with surcharge stated. */
export function exampleFine(code: string): FineState {
  const events: readonly FineEvent[] = [
    {
      type: 'FineImposed',
      data: {
        fineId: uuid5('example-fine', code),
        caseId: uuid5('example-case', code),
        documentNumber: '（示）文综罚字〔2023〕第0号',
        party: { kind: 'organisation', name: '示例', unifiedSocialCreditCode: '', legalRepresentative: '' },
        decidedOn: SERVED,
        servedOn: SERVED,
        fineFen: fen(500_000),
        confiscatedGainsFen: fen(100_000),
        surchargeStated: true,
      },
    },
    { type: 'PaymentCodeIssued', data: { code, plan: 0, instalment: 1 } },
  ];
  return { ...events.reduce(evolveFine, fines.initial), recordedAt: startOfDay(SERVED) };
}
