import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { BatchRefused, OutcomeUnknown, StoreUnavailable } from '../errors';
import { appendFailure, isSilence, readFailure } from './failures';
import { NoAnswer } from './time-limit';

const denied = (code: number): AccessDeniedError => Object.assign(new AccessDeniedError(), { code });
const plain = (code: number): Error => Object.assign(new Error(`${code} failed`), { code });

describe('what a failed append means', () => {
  it.each<[string, Error]>([
    ['an own time-out', new NoAnswer(5_000)],
    ['a deadline', new DeadlineExceededError()],
    ['a time-out of the server', new TimeoutError()],
    ['a broken connection', new UnavailableError()],
    ['a cancelled call', new CancelledError()],
    ['what the client cannot name', new UnknownError()],
    ['a cluster that cannot be found', new Error('Failed to discover after 10 attempts.')],
    ['what nobody has seen yet', new TypeError('undefined is not iterable')],
    ...[1, 2, 4, 10, 13, 14].map((code): [string, Error] => [`a plain error of code ${code}`, plain(code)]),
  ])('%s: nobody knows', (_, error) => {
    const failure = appendFailure('case-1', error);

    expect(failure).toBeInstanceOf(OutcomeUnknown);
    expect(failure.cause).toBe(error);
  });

  it('a batch that can never be written is refused', () => {
    expect(appendFailure('case-1', MaxAppendSizeExceededError.fromMaxAppendSize(1_048_576))).toBeInstanceOf(
      BatchRefused,
    );
    expect(appendFailure('case-1', denied(7))).toBeInstanceOf(BatchRefused);
  });

  it('an unknown login writes nothing, and may be known later', () => {
    expect(appendFailure('case-1', denied(16))).toBeInstanceOf(StoreUnavailable);
  });
});

it('a read that fails can be tried again, whatever it was', () => {
  for (const error of [new NoAnswer(1), new UnavailableError(), plain(14), denied(7), denied(16)]) {
    expect(readFailure('case-1', error)).toBeInstanceOf(StoreUnavailable);
  }
});

it('only silence makes a connection suspect', () => {
  expect([new NoAnswer(1), new DeadlineExceededError()].map(isSilence)).toEqual([true, true]);
  expect([new UnavailableError(), new TimeoutError(), denied(7)].map(isSilence)).toEqual([false, false, false]);
});
