import { contextAccesses } from '@fajiao/contracts';
import { type ContextAccess, mayRead } from '@fajiao/event-store';

const published = contextAccesses.flatMap(({ readsTypes }) => readsTypes.map(({ type }) => type));

/** One that nobody publishes, and all that somebody does: in most categories those are forgeries. */
const types: readonly string[] = ['Private', ...new Set(published)].sort();

/** A stream in every category, by the login that may append to it. */
export const seededEvents = contextAccesses.flatMap(({ login, appends }) =>
  appends.map((category) => ({ login, category, stream: `${category}-1`, types })),
);

export const categories: readonly string[] = seededEvents.map(({ category }) => category);
export const streams: readonly string[] = seededEvents.map(({ stream }) => stream);

/** The seeded events that a login may read, as `stream type`. */
export const readableBy = (access: ContextAccess): string[] =>
  streams
    .flatMap((stream) => types.filter((type) => mayRead(access, stream, type)).map((type) => `${stream} ${type}`))
    .sort();

export const foreignCategories = (access: ContextAccess): string[] =>
  categories.filter((category) => !access.appends.includes(category));
