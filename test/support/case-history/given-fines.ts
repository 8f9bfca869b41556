import { randomUUID } from 'node:crypto';
import type { Client } from './client';
import { type GivenFine, type Json, type JsonObject, textOf } from './format';

/** The system's own ids and codes of the fines that stand before the first step, by their placeholder. */
export class GivenFines {
  private readonly opened = new Map<string, { readonly fineId: string; readonly code: string }>();

  private constructor(private readonly client: Client) {}

  /** Opens and cancels them by the contract events that decisions publish. */
  static async open(client: Client, fines: readonly GivenFine[]): Promise<GivenFines> {
    const given = new GivenFines(client);
    for (const fine of fines) await given.open(fine);
    return given;
  }

  get any(): boolean {
    return this.opened.size > 0;
  }

  fineIdOf(placeholder: string): string | undefined {
    return this.opened.get(placeholder)?.fineId;
  }

  /** With the system's codes in place of placeholders, however deep they stand. */
  filled<Value extends Json>(value: Value): Value {
    if (typeof value === 'string') return (this.opened.get(value)?.code ?? value) as Value;
    if (Array.isArray(value)) return value.map((entry: Json) => this.filled(entry)) as Json as Value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.filled(entry)])) as Json as Value;
  }

  private async open({ code, documentNumber, servedOn, fen, cancelledAt }: GivenFine): Promise<void> {
    const [fineId, caseId] = [randomUUID(), randomUUID()];
    const at = `${servedOn}T15:00:00+08:00`;
    await this.tell('FineHandedOver', at, {
      ...{ fineId, caseId, documentNumber, decidedOn: servedOn, servedOn },
      ...{ fineFen: fen, confiscatedGainsFen: 0, surchargeStated: true },
      party: { kind: 'citizen', name: '示例当事人', citizenId: '140922199001010019' },
    });
    const issued = await this.client.read({
      side: 'collection',
      path: `/collection/v1/fines/${fineId}`,
      by: 'clerk-1',
      at,
    });
    this.opened.set(code, { fineId, code: textOf(issued['paymentCode']) });
    if (cancelledAt === undefined) return;
    const cancelledOn = cancelledAt.slice(0, 10);
    await this.tell('FineCancelled', cancelledAt, {
      ...{ fineId, caseId, reason: 'revoked', cancelledOn, by: 'own-authority' },
    });
  }

  private async tell(type: string, at: string, data: JsonObject): Promise<void> {
    await this.client.demonstrate('/dev/contract-events', { type, data }, at);
    await this.client.settled();
  }
}
