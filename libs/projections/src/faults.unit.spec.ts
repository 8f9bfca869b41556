import { OutcomeUnknown, StoreUnavailable } from '@fajiao/event-store';
import { codesOf, isPoison, reasonOf } from './faults';
import { PolicyRefused } from './projection';

const sql = (code: string, more: object = {}): Error =>
  Object.assign(new Error('query failed'), {
    driverError: Object.assign(new Error('Key (name)=(张三)'), { code, ...more }),
  });

describe('a fault', () => {
  it.each([
    ['a broken rule of the code', new TypeError('x is undefined')],
    ['a value that does not fit its column', sql('22001')],
    ['a broken constraint', sql('23505')],
    ['a refused command', new PolicyRefused([{ code: 'case.closed', source: 'APL-57' }])],
  ])('lies in the event: %s', (_, fault) => expect(isPoison(fault)).toBe(true));

  it.each([
    ['a deadlock', sql('40P01')],
    ['a server that shuts down', sql('57P01')],
    ['a missing table', sql('42P01')],
    ['a missing right', sql('42501')],
    ['a refused connection', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
    ['a pipe that broke', Object.assign(new Error(), { code: 'EPIPE' })],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['an event store that does not answer', new StoreUnavailable()],
    ['an append whose outcome is unknown', new OutcomeUnknown('case-1')],
  ])('lies elsewhere: %s', (_, fault) => expect(isPoison(fault)).toBe(false));

  it('is told without what the row holds', () => {
    expect(reasonOf(sql('23505', { constraint: 'case_pkey' }))).toBe('SQLSTATE 23505 case_pkey');
    expect(reasonOf(new TypeError('x is undefined'))).toBe('TypeError: x is undefined');
  });

  it('gives the codes of a refusal', () => {
    expect(codesOf(new PolicyRefused([{ code: 'case.closed', source: 'APL-57' }]))).toEqual(['case.closed']);
    expect(codesOf(new Error())).toEqual([]);
  });
});
