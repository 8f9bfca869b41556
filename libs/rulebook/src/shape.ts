import { fen, InvalidAmount, InvalidCivilDate, parseCivilDate, type CivilDate, type Fen } from '@fajiao/kernel';

/**
 * What a value read from a data file must look like. A shape notes every fault it meets with its place and goes on, so
 * that all faults of a file are named at once; what it returns counts only when nothing was noted.
 */
export type Shape<T> = (value: unknown, place: string, faults: string[]) => T;

/** Data files that cannot be used: every fault of every file. */
export class RulebookFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`rulebook data:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'RulebookFaults';
  }
}

export const text: Shape<string> = (value, place, faults) => {
  if (typeof value !== 'string' || value.trim() === '') faults.push(`${place}: a text is expected`);
  return value as string;
};

export const flag: Shape<boolean> = (value, place, faults) => {
  if (typeof value !== 'boolean') faults.push(`${place}: true or false is expected`);
  return value as boolean;
};

/** A whole number from `least` on. */
export const whole =
  (least: number): Shape<number> =>
  (value, place, faults) => {
    if (!Number.isSafeInteger(value) || (value as number) < least)
      faults.push(`${place}: a whole number from ${least} on is expected`);
    return value as number;
  };

export const amount: Shape<Fen> = (value, place, faults) => {
  try {
    if (fen(value as number) >= 0) return value as Fen;
  } catch (error) {
    if (!(error instanceof InvalidAmount)) throw error;
  }
  faults.push(`${place}: an amount in whole fen is expected`);
  return value as Fen;
};

export const date: Shape<CivilDate> = (value, place, faults) => {
  try {
    return parseCivilDate(String(value));
  } catch (error) {
    if (!(error instanceof InvalidCivilDate)) throw error;
    faults.push(`${place}: a date (2023-09-11) is expected`);
    return value as CivilDate;
  }
};

export const oneOf =
  <T extends string>(...words: readonly T[]): Shape<T> =>
  (value, place, faults) => {
    if (!words.includes(value as T)) faults.push(`${place}: one of ${words.join(', ')} is expected`);
    return value as T;
  };

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, place, faults) =>
    value === undefined ? undefined : shape(value, place, faults);

/** Where nothing is given, the fallback. */
export const defaulted =
  <T>(shape: Shape<T>, fallback: T): Shape<T> =>
  (value, place, faults) =>
    value === undefined ? fallback : shape(value, place, faults);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, place, faults) =>
    value === null ? null : shape(value, place, faults);

export const list =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value, place, faults) => {
    if (Array.isArray(value)) return value.map((item, i) => shape(item, `${place}[${i}]`, faults));
    faults.push(`${place}: a list is expected`);
    return [];
  };

/** An object with exactly these fields. */
export const record =
  <T extends object>(fields: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> =>
  (value, place, faults) => {
    if (!isObject(value, place, faults)) return value as T;
    const names = Object.keys(fields) as (keyof T & string)[];
    const known: readonly string[] = names;
    for (const name of Object.keys(value)) if (!known.includes(name)) faults.push(`${place}.${name}: not known here`);
    const read = names.map((name) => [name, fields[name](value[name], `${place}.${name}`, faults)] as const);
    return Object.fromEntries(read.filter(([, item]) => item !== undefined)) as T;
  };

/** An object whose keys are words of the data. */
export const table =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value, place, faults) => {
    if (!isObject(value, place, faults)) return {};
    const read = Object.entries(value).map(([key, item]) => [key, shape(item, `${place}.${key}`, faults)] as const);
    return Object.fromEntries(read);
  };

function isObject(value: unknown, place: string, faults: string[]): value is Readonly<Record<string, unknown>> {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!is) faults.push(`${place}: an object is expected`);
  return is;
}
