import { type CivilDate, type Instant, instantMillis, sha256Hex } from '@fajiao/kernel';

/** What collecting rests on with a bank (代收罚款协议, D235-6). */
export interface BankAgreement {
  readonly number: string;
  readonly signedOn: CivilDate;
  /** When it was put on record; missing: not yet. */
  readonly recordedOn?: CivilDate;
  readonly validUntil?: CivilDate;
  /** The bank's places that collect (代收网点). */
  readonly outlets: readonly string[];
  /** Item and level of the budget that the money goes to (预算科目、预算级次). */
  readonly budget?: { readonly item: string; readonly level: string };
  /** Where the bank keeps the money until the treasury has it. */
  readonly account?: { readonly holder: string; readonly number: string };
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

/** The banks as they stand by now, or why what stands there is not taken; null: nothing has changed. */
export type BanksReader = () => readonly Bank[] | { readonly fault: string } | null;

const UNCHANGED: BanksReader = () => null;

/** The banks that sign here. Whoever keeps them on file changes them there, and no process is started anew for it. */
export class BankRegister {
  private known: ReadonlyMap<string, Bank>;
  private refused: string | null = null;
  private tell?: (fault: string) => void;

  constructor(
    banks: readonly Bank[],
    private readonly reread: BanksReader = UNCHANGED,
  ) {
    this.known = byId(banks);
  }

  find(id: string): Bank | undefined {
    return this.banks().get(id);
  }

  all(): readonly Bank[] {
    return [...this.banks().values()];
  }

  keys(): Iterable<string> {
    return this.banks().keys();
  }

  /** All its secrets, in force or not. */
  get(id: string): readonly Buffer[] | undefined {
    return this.find(id)?.secrets.map(({ key }) => key);
  }

  /** Why the last change of the file was not taken: the banks before it stay. */
  fault(): string | null {
    this.banks();
    return this.refused;
  }

  /** Whom to tell of a change that was not taken: once, however often it is looked at. */
  onFault(tell: (fault: string) => void): void {
    this.tell = tell;
  }

  /** Its secrets that are in force. @param now milliseconds since 1970 of the real clock */
  inForce(id: string, now: number): readonly Buffer[] {
    const secrets = this.find(id)?.secrets ?? [];
    return secrets.filter((secret) => standingOf(secret, now) === 'valid').map(({ key }) => key);
  }

  private banks(): ReadonlyMap<string, Bank> {
    const changed = this.reread();
    if (changed === null) return this.known;
    if ('fault' in changed) {
      if (this.refused !== changed.fault) this.tell?.(changed.fault);
      this.refused = changed.fault;
      return this.known;
    }
    this.refused = null;
    this.known = byId(changed);
    return this.known;
  }
}

const byId = (banks: readonly Bank[]): ReadonlyMap<string, Bank> => new Map(banks.map((bank) => [bank.id, bank]));
