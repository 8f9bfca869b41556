import { systemClock } from './clock';
import { instantMillis } from './instant';

it('the system clock tells the time to the millisecond', () => {
  const before = Date.now();
  const now = instantMillis(systemClock.now());
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
