import { join } from 'node:path';
import { addDays, addMinutes, parseCivilDate, parseInstant, printShanghai } from '@fajiao/kernel';
import { actOf } from '../support/case-history/acts';
import { type CaseHead, type JsonObject, readHistoryFile, type Step } from '../support/case-history/format';
import { projectRoot } from '../support/case-history/processes';
import { BANKS } from '../support/killable-system';
import { creditCodeOf } from '../support/parties';
import type { Asked, PersistentCaller } from './persistent-caller';

const CASE_01 = join(projectRoot(), 'test/acceptance/cases/01-internet-cafe-paid-in-time.json');
/** Later, its decision would belong to the series of the next year. */
const DAYS = 80;

type Data = Record<string, JsonObject[string]>;

/** A case of a load: case 01 with a party of its own, and a bank that reports no other payment of that day. */
export class WholeCase {
  private readonly steps: readonly Step[];
  private readonly head: CaseHead;
  id: string | undefined;
  private etag: string | undefined;
  private paymentCode = '';
  private done = 0;
  /** Of the last act that was answered. */
  documentNumber: string | null = null;

  /** @param n from 0; another n is another party, payment and bank's day */
  constructor(
    private readonly caller: PersistentCaller,
    private readonly n: number,
  ) {
    if (n >= BANKS.length * DAYS) throw new Error(`there are bank's days for ${BANKS.length * DAYS} cases only`);
    const [history] = readHistoryFile(CASE_01).histories;
    this.head = { ...history!.cases['1']!, party: partyOf(n), actDate: this.day('2023-09-09') };
    this.steps = history!.steps.map((step) => this.own(step));
  }

  /** Carries it on to its closing. Some of its requests are sent twice at the same moment. */
  async play(): Promise<void> {
    await this.playUntil('close');
    await this.playNext();
  }

  /** Carries it on until this act is the next one, and nothing is to be waited for. */
  async playUntil(act: string): Promise<void> {
    while (this.steps[this.done]!.act !== act) await this.playNext();
    await this.ready(this.steps[this.done]!);
  }

  async playNext(): Promise<void> {
    await this.take(this.steps[this.done]!);
    this.done += 1;
  }

  private async take(step: Step): Promise<void> {
    await this.ready(step);
    const request = await actOf(step.act)!(step, {
      head: this.head,
      id: this.id,
      fine: () => Promise.reject(new Error('no act of this case is on its fine')),
      openRefund: () => Promise.reject(new Error('no act of this case is on its fine')),
      openRelief: () => Promise.reject(new Error('no act of this case is on its fine')),
      paymentCode: () => Promise.resolve(this.paymentCode),
    });
    const asked: Asked = {
      ...request,
      by: step.by,
      at: step.at,
      ...(request.onCase && this.etag !== undefined && { ifMatch: this.etag }),
    };
    const { body, headers } = await this.caller.send(asked, this.n % 4 === 0 ? 2 : 1);
    if (asked.side !== 'decision') return;
    this.id = body['caseId'] as string;
    this.etag = headers.get('etag') ?? undefined;
    this.documentNumber = body['documentNumber'] as string | null;
  }

  /** Waits for what policies have to do before the step. */
  private async ready({ act, at }: Step): Promise<void> {
    const readCase = { side: 'decision', path: `/decision/v1/cases/${this.id}`, by: 'auditor-1', at } as const;
    if (act === 'serve-decision' && this.documentNumber === null)
      await this.caller.readUntil(readCase, ({ documentNumber }) => documentNumber !== null);
    if (act === 'report-payment') this.paymentCode ||= await this.listedCode(at);
    if (act === 'close') await this.caller.readUntil(readCase, ({ status }) => status === 'paid');
  }

  private async listedCode(at: string): Promise<string> {
    const path = `/collection/v1/fines?caseId=${this.id}`;
    const listed = await this.caller.readUntil(
      { side: 'collection', path, by: 'clerk-1', at },
      ({ items }) => (items as readonly JsonObject[]).length > 0,
    );
    return (listed['items'] as readonly JsonObject[])[0]!['paymentCode'] as string;
  }

  /** A step of case 01 as one of this case. */
  private own(step: Step): Step {
    const at = printShanghai(addMinutes(parseInstant(step.at), this.shift * 24 * 60));
    const by = step.by.startsWith('bank-') ? BANKS[this.n % BANKS.length]! : step.by;
    return { ...step, at, by, ...(step.data && { data: this.ownData(step.data) }) };
  }

  private ownData(data: JsonObject): JsonObject {
    const own: Data = { ...data };
    if ('bankReference' in own) own['bankReference'] = `K${this.n}`;
    if ('date' in own) own['date'] = this.day(own['date'] as string);
    if (Array.isArray(own['lines'])) own['lines'] = (own['lines'] as JsonObject[]).map((line) => this.ownData(line));
    return own;
  }

  private day(day: string): string {
    return addDays(parseCivilDate(day), this.shift);
  }

  private get shift(): number {
    return Math.floor(this.n / BANKS.length);
  }
}

function partyOf(n: number): JsonObject {
  return {
    kind: 'individual-business',
    name: `示例网络服务中心${n}`,
    unifiedSocialCreditCode: creditCodeOf(n),
    operator: `示例经营者${n}`,
  };
}
