import type { BankDocument } from './document';
import { fileExamples } from './file-examples';
import { dayOf, messageExamples } from './message-examples';
import { quoteExamples } from './quote-examples';
import type { Example, Signer } from './signed';

/** Everything that a bank sends or asks: as it should be, and with every fault. @param run tells one run from another */
export function examplesOf(document: BankDocument, signer: Signer, run: string): Example[] {
  return [
    ...messageExamples(document.messages, signer, run),
    ...quoteExamples(document, signer),
    // The day before has the statement that is sent as a message.
    ...fileExamples(document, signer, run, dayOf(run, 1)),
  ];
}
