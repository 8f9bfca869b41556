import { StoreUnavailable } from '../errors';
import { Slots } from './slots';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('slots for calls', () => {
  it('so many run at once, the others after them, in the order in which they came', async () => {
    const slots = new Slots(3, 1_000);
    const started: number[] = [];
    let running = 0;
    let most = 0;

    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        slots.use(async () => {
          started.push(i);
          most = Math.max(most, ++running);
          await pause(2);
          running -= 1;
        }),
      ),
    );

    expect(most).toBe(3);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('a call that fails gives its slot back', async () => {
    const slots = new Slots(1, 1_000);
    await expect(slots.use(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');

    await expect(slots.use(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('a call that waited too long is never made, and its turn goes to the next', async () => {
    const slots = new Slots(1, 20);
    let release: () => void = () => undefined;
    const busy = slots.use(() => new Promise<void>((resolve) => (release = resolve)));
    const call = jest.fn(() => Promise.resolve());

    await expect(slots.use(call)).rejects.toBeInstanceOf(StoreUnavailable);

    release();
    await busy;
    await expect(slots.use(() => Promise.resolve('next'))).resolves.toBe('next');
    expect(call).not.toHaveBeenCalled();
  });
});
