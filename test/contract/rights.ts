import { BatchRefused, type EventStore } from '@fajiao/event-store';
import { all, everything, idsOf, newBatch, newEvent, newStream } from './sample-events';
import type { StoreUnderTest, Topic } from './store-under-test';

type Login = Parameters<StoreUnderTest['open']>[0];

/** The wall in the store: each login appends to its own categories and reads those and what is published to it. */
export function rights({ under }: Topic): void {
  const stores = new Map<Login, EventStore>();
  const as = (login: Login): EventStore => {
    const store = stores.get(login);
    if (!store) throw new Error(`${login} is not open`);
    return store;
  };
  beforeAll(async () => {
    for (const login of ['decision', 'collection', 'worker', 'disclosure', 'audit'] as const) {
      stores.set(login, await under().open(login));
    }
  });

  it.each<[Login, string]>([
    ['decision', 'fine-1'],
    ['decision', 'payment-1'],
    ['decision', 'disclosure-1'],
    ['decision', 'caseless-1'],
    ['collection', 'case-1'],
    ['collection', 'documentNumbers-1'],
    ['worker', 'case-1'],
    ['worker', 'fine-1'],
    ['disclosure', 'disclosure-1'],
    ['disclosure', 'case-1'],
    ['audit', 'case-1'],
    ['audit', 'fine-1'],
  ])('%s may not append to %s', async (login, stream) => {
    await expect(as(login).append(stream, newBatch(1), 'none')).rejects.toBeInstanceOf(BatchRefused);
    expect(await as('audit').last(stream)).toBeUndefined();
  });

  it.each<[Login, readonly string[]]>([
    ['decision', ['case', 'documentNumbers', 'partyActs', 'decisionRefusal']],
    ['collection', ['fine', 'payment', 'paymentCode', 'statement', 'suspense', 'receiptNumber', 'collectionRefusal']],
    ['worker', ['disclosure', 'disclosureRefusal']],
  ])('%s appends to %j', async (login, categories) => {
    for (const category of categories) {
      const stream = newStream().replace('case', category);
      const batch = newBatch(1);
      await as(login).append(stream, batch, 'none');
      expect(idsOf(await all(as(login).read(stream)))).toEqual(idsOf(batch));
    }
  });

  it('a context sees its own streams and what is published to it; auditing sees everything', async () => {
    const [own, handedOver, forPublic] = [
      newEvent(),
      newEvent({ type: 'FineHandedOver' }),
      newEvent({ type: 'DecisionForPublic' }),
    ];
    const [applied, closable] = [newEvent({ type: 'PaymentApplied' }), newEvent({ type: 'FineClosable' })];
    const published = newEvent({ type: 'Published' });
    // A published type in a category that does not publish it is nobody's business.
    const forged = [newEvent({ type: 'DecisionForPublic' }), newEvent({ type: 'FineHandedOver' })] as const;

    const start = (await as('audit').readAll(undefined, 1_000)).next;
    await as('decision').append('case-9', [own, handedOver, forPublic], 'none');
    await as('collection').append('fine-9', [applied, closable, forged[0]], 'none');
    await as('worker').append('disclosure-9', [published, forged[1]], 'none');

    const seen = async (login: Login) => idsOf((await as(login).readAll(start, 1_000)).events);
    expect(await seen('decision')).toEqual(idsOf([own, handedOver, forPublic, closable]));
    expect(await seen('collection')).toEqual(idsOf([handedOver, applied, closable, forged[0]]));
    expect(await seen('worker')).toEqual(idsOf([forPublic, published, forged[1]]));
    expect(await seen('disclosure')).toEqual(idsOf([published, forged[1]]));
    expect(await seen('audit')).toEqual(
      idsOf([own, handedOver, forPublic, applied, closable, forged[0], published, forged[1]]),
    );

    expect(idsOf(await all(as('decision').read('fine-9')))).toEqual([closable.id]);
    expect(await as('decision').last('fine-9')).toMatchObject({ id: closable.id, revision: 1 });
    expect(idsOf(await all(as('collection').read('case-9', 1)))).toEqual([handedOver.id]);
    expect(await as('disclosure').last('case-9')).toBeUndefined();
    expect(idsOf(await all(as('audit').read('fine-9')))).toEqual(idsOf([applied, closable, forged[0]]));
  });

  it('pages move over what is not ours, down to a page of one', async () => {
    for (let i = 0; i < 40; i++) await as('collection').append(`suspense-${i}`, newBatch(30), 'none');
    const mine = newBatch(2);
    await as('decision').append('case-10', mine, 'none');
    const { next } = await as('audit').readAll(undefined, 10_000);
    for (const limit of [1, 10, 5_000]) {
      const events = await everything(as('decision'), limit);
      expect(idsOf(events.slice(-2))).toEqual(idsOf(mine));
    }
    expect(next).toBe((await as('audit').last('case-10'))?.position);
  });
}
