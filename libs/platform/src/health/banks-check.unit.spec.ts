import { BankRegister } from '../identity/bank-register';
import { banksCheck } from './banks-check';

describe('the check of the banks', () => {
  it('warns while a change of their file is not taken, and logs it once', async () => {
    const changes = [null, { fault: 'BANKS_FILE: bank-a.mode "张三"' }, null, []];
    const said: string[] = [];
    const say = (level: string, sentence: string) => void said.push(`${level} ${sentence}`);
    const banks = banksCheck(new BankRegister([], () => changes.shift() ?? null), { say });
    expect(await banks.check()).toEqual({ status: 'ok' });
    const warning = {
      status: 'warn',
      note: expect.stringMatching(/are in force: BANKS_FILE: bank-a.mode …$/) as unknown,
    };
    expect([await banks.check(), await banks.check()]).toEqual([warning, warning]);
    expect(await banks.check()).toEqual({ status: 'ok' });
    expect(said).toEqual([expect.stringMatching(/^error BANKS_FILE was changed and is not taken/)]);
  });
});
