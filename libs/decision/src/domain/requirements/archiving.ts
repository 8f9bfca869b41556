import { met, metIf, missing, ofAct, ofCase } from '../requirement';

/** 归档: only a case that has ended goes into the archive, and nothing is added to a file there. */

export const ended = ofCase('archive.not-ended', '文市发〔2012〕26号', ({ ending }) =>
  ending ? met(ending.revision) : missing(),
);

/** A file that was opened again after its archiving is not in the archive any more. */
export const notArchived = ofCase('archive.already', '文市发〔2012〕26号', ({ archives, ending }) => {
  const last = archives.at(-1);
  return last && ending && last.revision > ending.revision ? missing({ on: last.on }) : met();
});

/** The whole record was at hand when the manifest was drawn up. */
export const recordAtHand = ofAct('archive.history-unread', 'internal control', (_data, { log }, { record }) =>
  metIf(record?.length === log.length),
);
