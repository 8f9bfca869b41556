import type { FactMeta } from '@fajiao/kernel';

/** An event type that one context publishes to others, in the category in which it stands. */
export interface PublishedType {
  readonly category: string;
  readonly type: string;
}

/** What one login may do with the event store. A category is a stream's name up to its first `-`. */
export interface ContextAccess {
  readonly context: FactMeta['context'] | 'audit';
  /** Name of the login without the database's prefix; a context may have more than one. */
  readonly login: string;
  readonly appends: readonly string[];
  readonly reads: readonly string[] | 'all';
  readonly readsTypes: readonly PublishedType[];
}

export const categoryOf = (stream: string): string => {
  const end = stream.indexOf('-');
  return end < 0 ? stream : stream.slice(0, end);
};

export const mayAppend = (access: ContextAccess, stream: string): boolean =>
  access.appends.includes(categoryOf(stream));

export const mayRead = (access: ContextAccess, stream: string, type: string): boolean => {
  if (access.reads === 'all') return true;
  const category = categoryOf(stream);
  return (
    access.reads.includes(category) ||
    access.readsTypes.some((published) => published.category === category && published.type === type)
  );
};
