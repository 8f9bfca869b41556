import { DatabaseError } from 'pg';
import { BatchRefused, ContentDiffers, OutcomeUnknown, StoreUnavailable } from '../errors';
import { appendFailure, isConnectionLost, readFailure } from './failures';

const failure = (code: string, constraint?: string): DatabaseError => {
  const error = new DatabaseError('of the server', 1, 'error');
  error.code = code;
  if (constraint) error.constraint = constraint;
  return error;
};

describe('what pg throws', () => {
  it.each([
    ['a broken socket', new Error('Connection terminated unexpectedly'), OutcomeUnknown, StoreUnavailable],
    ['08006 connection failure', failure('08006'), OutcomeUnknown, StoreUnavailable],
    ['57P01 shutdown', failure('57P01'), OutcomeUnknown, StoreUnavailable],
    ['57P02 crash', failure('57P02'), OutcomeUnknown, StoreUnavailable],
    ['57014 statement time-out', failure('57014'), StoreUnavailable, StoreUnavailable],
    ['53100 disk full', failure('53100'), StoreUnavailable, StoreUnavailable],
    ['40P01 deadlock', failure('40P01'), StoreUnavailable, StoreUnavailable],
    ['55P03 lock time-out', failure('55P03'), StoreUnavailable, StoreUnavailable],
    ['25006 a standby', failure('25006'), StoreUnavailable, StoreUnavailable],
    ['no connection', new StoreUnavailable('no connection'), StoreUnavailable, StoreUnavailable],
    ['42501 no right', failure('42501'), BatchRefused, DatabaseError],
    ['42883 no function', failure('42883'), BatchRefused, DatabaseError],
    ['22021 not in the encoding', failure('22021'), BatchRefused, DatabaseError],
    ['23505 of the event id', failure('23505', 'event_id'), ContentDiffers, DatabaseError],
    ['3F000 not migrated', failure('3F000'), DatabaseError, DatabaseError],
  ] as const)('%s', (_, error, appending, reading) => {
    expect(appendFailure('case-1', error)).toBeInstanceOf(appending);
    expect(readFailure(error)).toBeInstanceOf(reading);
  });

  it('a connection goes back to the pool unless it is lost', () => {
    expect(isConnectionLost(new Error('Query read timeout'))).toBe(true);
    expect(isConnectionLost(failure('57P01'))).toBe(true);
    expect(isConnectionLost(failure('42501'))).toBe(false);
    expect(isConnectionLost(failure('57014'))).toBe(false);
    expect(isConnectionLost(failure('55P03'))).toBe(false);
  });
});
