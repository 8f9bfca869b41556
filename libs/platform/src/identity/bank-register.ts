import { type CivilDate, type Instant, instantMillis, sha256Hex } from '@fajiao/kernel';

/** What collecting rests on with a bank (代收罚款协议, D235-6). */
export interface BankAgreement {
  readonly number: string;
  readonly signedOn: CivilDate;
  /** When it was put on record; missing: not yet. */
  readonly recordedOn?: CivilDate;
  readonly validUntil?: CivilDate;
}

/** Where payers can pay. */
export const BANK_CHANNELS = ['counter', 'self-service', 'online', 'mobile', 'payment-platform'] as const;
export type BankChannel = (typeof BANK_CHANNELS)[number];

/** A secret that a bank signs with, and when it does. Two overlap while it changes over. */
export interface BankSecret {
  readonly key: Buffer;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** A bank as it was taken on: data, no release. */
export interface Bank {
  readonly id: string;
  readonly name?: string;
  /** What a bank in test mode sends is kept apart, and touches no fine. */
  readonly mode: 'live' | 'test';
  readonly agreement?: BankAgreement;
  readonly channels: readonly BankChannel[];
  readonly secrets: readonly BankSecret[];
}

/** How a secret can be told from another one without being told. */
export const fingerprintOf = ({ key }: BankSecret): string => sha256Hex(key).slice(0, 8);

/** Whether a secret is in force; `to-come` and `expired` ones fit nothing. */
export function standingOf({ from, until }: BankSecret, now: number): 'valid' | 'to-come' | 'expired' {
  if (from !== undefined && now < instantMillis(from)) return 'to-come';
  return until !== undefined && now >= instantMillis(until) ? 'expired' : 'valid';
}

/** The banks that sign here. */
export class BankRegister {
  private readonly banks: ReadonlyMap<string, Bank>;

  constructor(banks: readonly Bank[]) {
    this.banks = new Map(banks.map((bank) => [bank.id, bank]));
  }

  find(id: string): Bank | undefined {
    return this.banks.get(id);
  }

  all(): readonly Bank[] {
    return [...this.banks.values()];
  }

  keys(): Iterable<string> {
    return this.banks.keys();
  }

  /** All its secrets, in force or not. */
  get(id: string): readonly Buffer[] | undefined {
    return this.banks.get(id)?.secrets.map(({ key }) => key);
  }

  /** Its secrets that are in force. @param now milliseconds since 1970 of the real clock */
  inForce(id: string, now: number): readonly Buffer[] {
    const secrets = this.banks.get(id)?.secrets ?? [];
    return secrets.filter((secret) => standingOf(secret, now) === 'valid').map(({ key }) => key);
  }
}
