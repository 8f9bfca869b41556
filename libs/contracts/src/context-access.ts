import type { ContextAccess, PublishedType } from '@fajiao/event-store';
import type { PublishedByCollection } from './from-collection';
import type { PublishedByDecision } from './from-decision';

const publishedByDecision = (type: PublishedByDecision['type']): PublishedType => ({ category: 'case', type });
const publishedByCollection = (type: PublishedByCollection['type']): PublishedType => ({ category: 'fine', type });

const FOR_COLLECTION = [
  'FineHandedOver',
  'FineChanged',
  'FineCancelled',
  'TermChanged',
  'RemedyPending',
  'RemedyEnded',
  'FineDemanded',
  'FineTakenToCourt',
  'FineTurnedAwayByCourt',
  'SpotMoneyHandedIn',
] as const;
const FOR_DECISION = ['FineClosable', 'FineReopened', 'FineWrittenOff'] as const;
const FOR_DISCLOSURE = ['DecisionForPublic', 'DecisionFell'] as const;

const registry = ['officer', 'panel', 'delegation', 'registryRefusal'];
const decision = ['case', 'documentNumbers', 'partyActs', 'decisionRefusal', ...registry];
const collection = ['fine', 'payment', 'paymentCode', 'statement', 'suspense', 'receiptNumber', 'collectionRefusal'];
const disclosure = ['disclosure', 'disclosureRefusal'];

/** The wall as a table: who may write and read what in the event store. Nothing else grants a right. */
export const contextAccesses: readonly ContextAccess[] = [
  {
    context: 'decision',
    login: 'decision',
    appends: decision,
    reads: decision,
    readsTypes: FOR_DECISION.map(publishedByCollection),
  },
  {
    context: 'collection',
    login: 'collection',
    appends: collection,
    reads: collection,
    readsTypes: FOR_COLLECTION.map(publishedByDecision),
  },
  {
    context: 'disclosure',
    login: 'worker',
    appends: disclosure,
    reads: disclosure,
    readsTypes: FOR_DISCLOSURE.map(publishedByDecision),
  },
  { context: 'disclosure', login: 'disclosure', appends: [], reads: disclosure, readsTypes: [] },
  { context: 'audit', login: 'audit', appends: [], reads: 'all', readsTypes: [] },
];

/** @throws Error when there is no such login */
export const contextAccess = (login: string): ContextAccess => {
  const access = contextAccesses.find((candidate) => candidate.login === login);
  if (!access) throw new Error(`no login ${login}`);
  return access;
};
