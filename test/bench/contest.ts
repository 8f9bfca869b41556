import type { Row } from './report';

/** One unit of work by a caller, or as many as it says. */
export type Work = (caller: number) => Promise<number | void>;

export interface Contest {
  readonly name: string;
  readonly callers: number;
  readonly subject: Work;
  /** The same without what is ours. */
  readonly floor: Work;
  /** Before anything is measured; 400 unless told. */
  readonly warmUpMs?: number;
}

const SLICES = 5;
const SLICE_MS = 800;
const WARM_UP_MS = 400;
/** A server runs for months: what is measured is not its first seconds, in which its code is still being compiled. */
export const HTTP_WARM_UP_MS = 8_000;

interface Figures {
  units: number;
  milliseconds: number;
  readonly latencies: number[];
}

/** Runs both by turns, a slice each, so that whatever else the machine does falls on both alike. */
export async function contest(contest: Contest): Promise<Row> {
  const { name, callers, subject, floor, warmUpMs = WARM_UP_MS } = contest;
  const [ours, theirs] = [nothing(), nothing()];
  await slice(subject, callers, warmUpMs, nothing());
  await slice(floor, callers, WARM_UP_MS, nothing());
  for (let turn = 0; turn < SLICES; turn++) {
    await slice(subject, callers, SLICE_MS, ours);
    await slice(floor, callers, SLICE_MS, theirs);
  }
  const [perSecond, floorPerSecond] = [rateOf(ours), rateOf(theirs)];
  return {
    ...{ name, callers, perSecond, floorPerSecond, ratio: perSecond / floorPerSecond },
    p50ms: percentile(ours.latencies, 0.5),
    p99ms: percentile(ours.latencies, 0.99),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function slice(work: Work, callers: number, milliseconds: number, figures: Figures): Promise<void> {
  const start = performance.now();
  const caller = async (_: unknown, index: number): Promise<void> => {
    for (let before = performance.now(); before < start + milliseconds;) {
      const units = await work(index);
      const after = performance.now();
      figures.units += units ?? 1;
      figures.latencies.push(after - before);
      before = after;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  figures.milliseconds += performance.now() - start;
}

const nothing = (): Figures => ({ units: 0, milliseconds: 0, latencies: [] });

const rateOf = ({ units, milliseconds }: Figures): number => (units * 1000) / milliseconds;
