export * from './context-access';
export * from './from-collection';
export * from './from-decision';
export * from './from-registry';
export * from './party';
export * from './penalty';
export * from './penalty-words';
