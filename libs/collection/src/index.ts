export { collectionPolicies } from './application/policies';
export type { CollectionDeps } from './application/collection-deps';
export { collectionReplays } from './application/replays';
export { CollectionModule, type CollectionOptions, collectionPart } from './collection.module';
export { collectionEntities, collectionHost } from './read/collection.host';
