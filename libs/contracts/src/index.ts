export * from './from-collection';
export * from './from-decision';
export * from './party';
export * from './penalty';
