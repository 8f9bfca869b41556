/** Injection token of the {@link CollectionDeps}. */
export const COLLECTION_DEPS = Symbol('CollectionDeps');
