export { publishDecisions } from './application/publish-decisions.policy';
export { DisclosureModule, disclosurePart, type DisclosureOptions } from './disclosure.module';
export { EditingModule, editingPart, type EditingOptions } from './editing.module';
export { disclosureReplay } from './domain/disclosure-replay';
export { disclosureEntities, disclosureHost } from './read/disclosure.host';
