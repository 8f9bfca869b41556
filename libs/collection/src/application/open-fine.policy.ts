import { type FineHandedOver, publishedByDecision } from '@fajiao/contracts';
import type { Policy, StreamFact } from '@fajiao/projections';
import { yearOf } from '@fajiao/kernel';
import { imposeFine } from '../domain/fine/fine.decider';
import { fines } from '../domain/fine/fine.state';
import { derivePaymentCode, paymentCodes, reserveCode } from '../domain/payment-code/payment-code';
import type { CollectionDeps } from './collection-deps';
import { type CommandFor, commandsOfPolicy } from './commands';

/** Opens the fine of a served decision and issues its payment code. Each step may be taken again after a crash. */
export class OpenFinePolicy implements Policy<FineHandedOver> {
  readonly name = 'open-fine';
  readonly schemas = { FineHandedOver: publishedByDecision.FineHandedOver };
  readonly startsAt = 'beginning';

  constructor(private readonly deps: CollectionDeps) {}

  async react(fact: StreamFact<FineHandedOver>): Promise<void> {
    const { data } = fact;
    const commandFor = commandsOfPolicy(this.deps, this.name, fact);
    const code = await this.reservedCode(data, commandFor);
    const command = commandFor(`${fines.category}-${data.fineId}`);
    const opening = { opening: true };
    await this.deps.handler.execute(fines, data.fineId, command, (state) => imposeFine(state, data, code), opening);
  }

  /** The first of the fine's codes that no other fine has. */
  private async reservedCode({ fineId, decidedOn }: FineHandedOver['data'], commandFor: CommandFor): Promise<string> {
    const { handler, rulebook, paymentCodeKey } = this.deps;
    for (let attempt = 0; ; attempt += 1) {
      const of = { fineId, instalment: 1, attempt };
      const code = derivePaymentCode(rulebook.profile.paymentCode, paymentCodeKey, yearOf(decidedOn), of);
      const command = commandFor(`${paymentCodes.category}-${code}`);
      const decide = (state: Parameters<typeof reserveCode>[0]) => reserveCode(state, code, of);
      const { state } = await handler.execute(paymentCodes, code, command, decide, { opening: true });
      if (state?.fineId === fineId) return code;
    }
  }
}
