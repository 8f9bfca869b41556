import { disclosures, type Disclosure } from './disclosure';

/** For auditors: the history of a publication, and what it came to. */
export const disclosureReplay = {
  ...disclosures,
  describe: (state: Disclosure): object => state,
};
