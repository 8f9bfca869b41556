import { Controller, Get, Inject } from '@nestjs/common';
import { type CivilDate, civilDateOf } from '@fajiao/kernel';
import {
  type Bank,
  type BankAgreement,
  BANKS,
  type BankRegister,
  Caller,
  type CallerRequest,
  fingerprintOf,
  Operation,
  standingOf,
} from '@fajiao/platform';
import { clockRule, clockState, deadline } from '@fajiao/rulebook';
import { ApiTags } from '@nestjs/swagger';
import type { CollectionDeps } from '../application/collection-deps';
import { COLLECTION_DEPS } from '../application/tokens';
import { BankAgreementDto, BankDto, BanksDto } from './banks.dto';

@ApiTags('Banks (银行)')
@Controller('collection/v1/banks')
export class BanksController {
  constructor(
    @Inject(BANKS) private readonly banks: BankRegister,
    @Inject(COLLECTION_DEPS) private readonly deps: CollectionDeps,
  ) {}

  /** The banks that collect: agreement and its record, channels, accounts, mode, and which secrets are in force */
  @Get()
  @Operation('collection.listBanks')
  list(@Caller() { now }: CallerRequest): BanksDto {
    return { items: this.banks.all().map((bank) => this.bankOf(bank, civilDateOf(now))), fault: this.banks.fault() };
  }

  private bankOf({ id, name, mode, channels, agreement, secrets }: Bank, on: CivilDate): BankDto {
    // Secrets are in force by the real clock, also in a demonstration.
    const now = Date.now();
    return {
      ...{ bank: id, name: name ?? null, mode, channels },
      agreement: agreement ? this.agreementOf(agreement, on) : null,
      secrets: secrets.map((secret) => ({
        ...{ fingerprint: fingerprintOf(secret), state: standingOf(secret, now) },
        ...{ from: secret.from ?? null, until: secret.until ?? null },
      })),
    };
  }

  private agreementOf(agreement: BankAgreement, on: CivilDate): BankAgreementDto {
    const { number, signedOn, recordedOn, validUntil, outlets, budget, account } = agreement;
    const { rulebook, calendar } = this.deps;
    const recordClock = deadline(clockRule(rulebook.profile, 'collection-agreement', signedOn), signedOn, calendar);
    return {
      ...{ number, signedOn, recordedOn: recordedOn ?? null, recordBy: recordClock.due, recordClock },
      recordState: clockState(recordClock, on, recordedOn),
      validUntil: validUntil ?? null,
      state: validUntil !== undefined && validUntil < on ? 'expired' : 'in-force',
      ...{ outlets, budget: budget ?? null, account: account ?? null },
    };
  }
}
