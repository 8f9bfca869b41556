import { ConfigFaults } from '../config/config';
import { BankRegister } from './bank-register';
import { readBanks } from './banks';

const secret = (n: number): string => `whsec_${Buffer.alloc(24, n).toString('base64')}`;
const read = (bank: object) => readBanks(JSON.stringify({ 'bank-a': bank }), 'BANKS_FILE');
const at = (text: string): number => Date.parse(text);

describe('a bank on file', () => {
  it('changes its secret with an overlap: each fits while it is in force', () => {
    const banks = read({
      secrets: [
        { secret: secret(1), until: '2024-05-01T00:00:00+08:00' },
        { secret: secret(2), from: '2024-04-01T00:00:00+08:00' },
      ],
    });
    const inForce = (text: string) => banks.inForce('bank-a', at(text)).map(([byte]) => byte);
    expect(inForce('2024-03-31T23:59:59+08:00')).toEqual([1]);
    expect(inForce('2024-04-15T00:00:00+08:00')).toEqual([1, 2]);
    expect(inForce('2024-05-01T00:00:00+08:00')).toEqual([2]);
    expect(banks.inForce('bank-b', at('2024-04-15T00:00:00+08:00'))).toEqual([]);
  });

  it.each<[string, object]>([
    ['bank-a.secrets: has to list secrets', {}],
    ['bank-a.secrets: has to list secrets', { secrets: [{ secret: secret(1), from: 'soon' }] }],
    [
      'bank-a.secrets: one ends before it begins',
      { secrets: [{ secret: secret(1), from: '2024-05-01T00:00:00Z', until: '2024-04-01T00:00:00Z' }] },
    ],
    ['bank-a.mode: one of live, test', { secrets: [secret(1)], mode: 'trial' }],
    ['bank-a.channels: has to list', { secrets: [secret(1)], channels: ['horse'] }],
    ['bank-a.name: has to be text', { secrets: [secret(1)], name: 1 }],
    ['bank-a.owner: is not known', { secrets: [secret(1)], owner: 'x' }],
    ['bank-a.agreement.number: has to be text', { secrets: [secret(1)], agreement: { signedOn: '2024-01-01' } }],
    ['bank-a.agreement.signedOn: has to be a date', { secrets: [secret(1)], agreement: { number: '1' } }],
    [
      'bank-a.agreement.budget: has to have item and level',
      { secrets: [secret(1)], agreement: { number: '1', signedOn: '2024-01-01', budget: { item: '1' } } },
    ],
    [
      'bank-a.agreement.account: has to have holder and number',
      { secrets: [secret(1)], agreement: { number: '1', signedOn: '2024-01-01', account: 'x' } },
    ],
    [
      'bank-a.agreement.outlets: has to list places',
      { secrets: [secret(1)], agreement: { number: '1', signedOn: '2024-01-01', outlets: [1] } },
    ],
    [
      'bank-a.agreement.sum: is not known',
      { secrets: [secret(1)], agreement: { number: '1', signedOn: '2024-01-01', sum: 1 } },
    ],
    [
      'bank-a.agreement.validUntil: has to be a date',
      { secrets: [secret(1)], agreement: { number: '1', signedOn: '2024-01-01', validUntil: 'never' } },
    ],
  ])('is not taken when %s', (fault, bank) => {
    expect(() => read(bank)).toThrow(ConfigFaults);
    expect(() => read(bank)).toThrow(fault);
  });

  it('is changed on file while the system runs; a file that is not right changes nothing, and says so', () => {
    const bank = (n: number) =>
      ({ id: 'bank-a', mode: 'live', channels: [], secrets: [{ key: Buffer.alloc(24, n) }] }) as const;
    const changes = [null, { fault: 'BANKS_FILE: bank-a.mode' }, null, [bank(2)]];
    const banks = new BankRegister([bank(1)], () => changes.shift() ?? null);
    const keys = () => banks.get('bank-a')?.map(([byte]) => byte);
    expect([keys(), keys(), banks.fault(), keys(), banks.fault()]).toEqual([
      [1],
      [1],
      'BANKS_FILE: bank-a.mode',
      [2],
      null,
    ]);
  });

  it('does not keep a revoked secret in silence: a change that is not taken is told, once until it is another', () => {
    const changes = [{ fault: 'one' }, { fault: 'one' }, null, { fault: 'other' }, [], { fault: 'other' }];
    const banks = new BankRegister([], () => changes.shift() ?? null);
    const told: string[] = [];
    banks.onFault((fault) => void told.push(fault));
    for (let look = 0; look < 8; look += 1) banks.get('bank-a');
    expect(told).toEqual(['one', 'other', 'other']);
  });

  it('has an id that no stream and no path misreads', () => {
    expect(() => readBanks(JSON.stringify({ 'Bank A': { secrets: [secret(1)] } }), 'BANKS_FILE')).toThrow('lower-case');
    expect(() => readBanks(JSON.stringify({ 'bank-a.test': { secrets: [secret(1)] } }), 'BANKS_FILE')).toThrow(
      'lower-case',
    );
  });
});
