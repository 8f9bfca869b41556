import type { ReadinessCheck } from '../context/ports';
import type { BankRegister } from '../identity/bank-register';
import type { Log } from '../observability/log';
import { withoutPersonalData } from '../observability/without-personal-data';

const NOT_TAKEN = 'BANKS_FILE was changed and is not taken, the banks and secrets before it are in force: ';

/** Warns while a change of the banks file is not taken, and has it written to the log once. */
export function banksCheck(banks: BankRegister, log: Pick<Log, 'say'>): ReadinessCheck {
  banks.onFault((fault) => log.say('error', NOT_TAKEN + fault));
  return {
    name: 'banks',
    check: () => {
      const fault = banks.fault();
      return Promise.resolve(
        fault === null ? { status: 'ok' } : { status: 'warn', note: withoutPersonalData(NOT_TAKEN + fault) },
      );
    },
  };
}
