import { OutcomeUnknown, StaleRevision, VersionConflict } from '@fajiao/event-store';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { problemOf } from './foreign-errors';

const code = (error: unknown, namesVersion = true, bringsCursor = false) =>
  problemOf(error, { namesVersion, bringsCursor })?.code;
const coded = (message: string, value: string) => Object.assign(new Error(message), { code: value });

describe('an error of a lower layer', () => {
  it.each<[string, unknown]>([
    ['the server refuses connections', coded('connect', 'ECONNREFUSED')],
    ['no address answers', new AggregateError([coded('connect', 'ECONNREFUSED'), coded('connect', 'EHOSTUNREACH')])],
    ['the server shuts down', coded('terminating connection', '57P01')],
    ['the server is starting', coded('the database system is starting up', '57P03')],
    ['a statement took too long', coded('canceling statement', '57014')],
    ['there are too many connections', coded('sorry', '53300')],
    ['the connection breaks', new Error('Connection terminated unexpectedly')],
    ['the pool is exhausted', new Error('timeout exceeded when trying to connect')],
    ['TypeORM wraps it', new QueryFailedError('SELECT 1', [], coded('terminating connection', '57P01'))],
    ['the connection broke between two queries', new QueryRunnerAlreadyReleasedError()],
    ['it broke between two queries of a repository', new QueryRunnerProviderAlreadyReleasedError()],
    ['somebody else wraps it', new Error('outer', { cause: coded('read', 'ECONNRESET') })],
    ['others came first too often', new VersionConflict('case-1', 3, 4)],
    ['nobody knows whether an append was written', new OutcomeUnknown('case-1')],
  ])('passes when %s', (_what, error) => {
    expect(code(error)).toBe('store.unavailable');
  });

  it.each<[string, unknown]>([
    ['a constraint is violated', coded('duplicate key', '23505')],
    ['a query is wrong', new QueryFailedError('SELEC 1', [], coded('syntax error', '42601'))],
    ['a programmer erred', new TypeError('x is not a function')],
    ['somebody threw a text', 'oops'],
    ['causes go in circles', Object.defineProperty(new Error('a'), 'cause', { get: () => new Error('b') })],
  ])('is nothing to tell when %s', (_what, error) => {
    expect(code(error)).toBeUndefined();
  });

  it('about a value that the database does not understand is the fault of a cursor that was made by hand', () => {
    const error = new QueryFailedError('SELECT 1', [], coded('date/time field value out of range', '22008'));
    expect(code(error)).toBeUndefined();
    expect(code(error, false, true)).toBe('cursor.invalid');
    expect(code(new QueryFailedError('SELEC 1', [], coded('syntax error', '42601')), false, true)).toBeUndefined();
  });

  it('about a version asks for one where none was named', () => {
    expect(code(new StaleRevision('case-1', 4))).toBe('precondition.stale');
    expect(code(new StaleRevision('case-1', 4), false)).toBe('precondition.required');
  });
});
