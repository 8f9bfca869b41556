import { Controller, Get, Inject } from '@nestjs/common';
import { type Bank, BANKS, type BankRegister, fingerprintOf, Operation, standingOf } from '@fajiao/platform';
import { clockRule, deadline } from '@fajiao/rulebook';
import { ApiTags } from '@nestjs/swagger';
import type { CollectionDeps } from '../application/collection-deps';
import { COLLECTION_DEPS } from '../application/tokens';
import { BankDto, BanksDto } from './banks.dto';

@ApiTags('Banks (银行)')
@Controller('collection/v1/banks')
export class BanksController {
  constructor(
    @Inject(BANKS) private readonly banks: BankRegister,
    @Inject(COLLECTION_DEPS) private readonly deps: CollectionDeps,
  ) {}

  /** The banks that collect: agreement, channels, mode, and which secrets are in force */
  @Get()
  @Operation('collection.listBanks')
  list(): BanksDto {
    // Secrets are in force by the real clock, also in a demonstration.
    const now = Date.now();
    return { items: this.banks.all().map((bank) => this.bankOf(bank, now)) };
  }

  private bankOf({ id, name, mode, channels, agreement, secrets }: Bank, now: number): BankDto {
    return {
      ...{ bank: id, name: name ?? null, mode, channels },
      agreement: agreement
        ? {
            ...{ number: agreement.number, signedOn: agreement.signedOn, recordedOn: agreement.recordedOn ?? null },
            ...{ recordBy: this.recordBy(agreement.signedOn), validUntil: agreement.validUntil ?? null },
          }
        : null,
      secrets: secrets.map((secret) => ({
        ...{ fingerprint: fingerprintOf(secret), state: standingOf(secret, now) },
        ...{ from: secret.from ?? null, until: secret.until ?? null },
      })),
    };
  }

  private recordBy(signedOn: NonNullable<Bank['agreement']>['signedOn']): string | null {
    const { rulebook, calendar } = this.deps;
    return deadline(clockRule(rulebook.profile, 'collection-agreement', signedOn), signedOn, calendar).due;
  }
}
