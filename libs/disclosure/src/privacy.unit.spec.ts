import type { DecisionForPublic, Party } from '@fajiao/contracts';
import { aesSealer, Codec, CommandHandler, memoryEventStore, type Position } from '@fajiao/event-store';
import { parseInstant } from '@fajiao/kernel';
import { loadRulebook } from '@fajiao/rulebook';
import fc from 'fast-check';
import { entryPage } from './api/pages/entry.page';
import { listPage } from './api/pages/list.page';
import { publishDecisions } from './application/publish-decisions.policy';
import { disclosures, type Published } from './domain/disclosure';
import { decision } from './domain/sample-decision.fixture.spec';
import { withdrawAndAmend } from './domain/withdrawal';
import { rowOf } from './read/disclosure-decisions.projection';

const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
const rulebook = loadRulebook();

// Parties, and facts in which they turn up in every way in which officers write.

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
const personName = fc.oneof(
  fc.string({ unit: han, minLength: 2, maxLength: 4 }),
  fc
    .tuple(fc.string({ unit: han, minLength: 2, maxLength: 5 }), fc.string({ unit: han, minLength: 2, maxLength: 5 }))
    .map((parts) => parts.join('·')),
);
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const citizenId = fc.tuple(digits(17), fc.constantFrom(...'0123456789X')).map((parts) => parts.join(''));
const creditCode = digits(16).map((rest) => `9214${rest}`.slice(0, 17) + 'A');

const tradeName = (operator: string) =>
  fc
    .tuple(
      fc.string({ unit: han, maxLength: 4 }),
      fc.constantFrom('', operator),
      fc.string({ unit: han, minLength: 4, maxLength: 6 }),
    )
    .map((parts) => parts.join(''));

const partyArbitrary: fc.Arbitrary<Party> = fc.oneof(
  fc.record({ kind: fc.constant('citizen' as const), name: personName, citizenId }),
  personName.chain((operator) =>
    fc.record({
      kind: fc.constant('individual-business' as const),
      name: tradeName(operator),
      unifiedSocialCreditCode: creditCode,
      operator: fc.constant(operator),
    }),
  ),
);

const factsOf = (secrets: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...secrets),
        fc
          .constantFrom(...secrets)
          .chain((secret) => fc.constantFrom(' ', '　', '\u200b', '·').map((gap) => [...secret].join(gap))),
        fc.constantFrom('，', '（', '身份证', '1', ' ', '经营者'),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(''));

const personalOf = (party: Party): string[] =>
  party.kind === 'citizen'
    ? [party.name, party.citizenId]
    : party.kind === 'individual-business'
      ? [party.operator]
      : [];

const decisionArbitrary = fc.tuple(partyArbitrary, fc.boolean()).chain(([party, minor]) =>
  fc.tuple(factsOf(personalOf(party)), factsOf(personalOf(party))).map(([facts, item]): DecisionForPublic['data'] => ({
    ...decision,
    party,
    minor,
    facts,
    penalties: [...decision.penalties, { kind: 'confiscation-of-goods', items: [item] }],
  })),
);

/** However it is spaced. */
const closedUp = (text: string): string => text.replace(/[\s·\-\p{Cf}]/gu, '');

/** Everything that leaves the context: the stored event, the row, the pages. */
async function everythingPublic(data: DecisionForPublic['data']): Promise<string> {
  const store = memoryEventStore();
  const handler = new CommandHandler(store, codec);
  const policy = publishDecisions(handler, rulebook);
  await policy.react({ type: 'DecisionForPublic', data, ...place });
  const { caseId, documentNumber, penalties } = data;
  const fell = {
    caseId,
    documentNumber,
    how: 'changed',
    by: 'reconsideration',
    fellOn: data.servedOn,
    penalties,
  } as const;
  await policy.react({ type: 'DecisionFell', data: fell, ...place, revision: 20 });
  const state = (await handler.load(disclosures, caseId)).state;
  const amended = withdrawAndAmend({}, state, data.servedOn);
  const stored = store.log.events.map((event) => event.data + event.metadata);
  const [fact] = await handler.history(disclosures, data.caseId);
  const row = rowOf(fact as Extract<typeof fact, Published>);
  if (!row.entry) throw new Error('nothing was published');
  const { entry, publishedOn } = row;
  const shown = { ...entry, status: 'published', amendment: null, citizenId: null, publishedOn, clocks: [] } as const;
  const pages = [entryPage(shown), listPage({ items: [shown], next: null, position: null }, '')];
  return [...stored, JSON.stringify(amended), JSON.stringify(row), JSON.stringify(shown), ...pages.map(String)].join(
    '\n',
  );
}

const place = {
  stream: `case-${decision.caseId}`,
  revision: 12,
  position: 'sample:00000000000000000031' as Position,
  meta: {
    context: 'decision',
    actor: { id: 'officer-1', roles: ['officer'] },
    occurredAt: parseInstant('2023-09-28T15:00:00+08:00'),
    recordedAt: parseInstant('2023-09-28T15:00:00+08:00'),
    commandId: 'f2a9b7a5-2ab5-5d2b-8a59-3c7f2b0f7a10',
    commandHash: 'ab'.repeat(32),
    correlationId: '6e1f1c55-6b0f-4f5c-8a61-0a1a1f0f2b5e',
    causationId: 'c7a1f7ce-1df1-4c7f-9a8e-0b2a6b3c4d5e',
    rulebook: { profile: '', version: '' },
  },
} as const;

const appearsIn = (text: string) => (secret: string) =>
  text.includes(secret) || closedUp(text).includes(closedUp(secret));

describe('whatever parties are called and officers write', () => {
  let frame: string;
  beforeAll(async () => {
    frame = await everythingPublic({ ...decision, facts: '' });
  });

  it('no citizen’s id, no full name of a citizen or operator reaches event, row or page', async () => {
    await fc.assert(
      fc.asyncProperty(decisionArbitrary, async (data) => {
        const secrets = personalOf(data.party);
        fc.pre(!secrets.some(appearsIn(frame)));
        expect(secrets.filter(appearsIn(await everythingPublic(data)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing of a minor does, business or not', async () => {
    await fc.assert(
      fc.asyncProperty(decisionArbitrary, async (data) => {
        const { party } = data;
        const code = party.kind === 'citizen' ? [] : [party.unifiedSocialCreditCode];
        const secrets = [party.name, ...personalOf(party), ...code];
        fc.pre(!secrets.some(appearsIn(frame)));
        expect(secrets.filter(appearsIn(await everythingPublic({ ...data, minor: true })))).toEqual([]);
      }),
    );
  });
});
