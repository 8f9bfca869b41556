import { answered } from '@fajiao/platform';
import type { ActDone } from '../application/case-acts';
import type { CaseView } from '../application/case-reader';
import type { ActAnswerDto, CaseClocksDto } from './dto/answer.dto';

/** An act's answer, with the ETag that the next act rests on. */
export function answerOf({ revision, position, ...done }: ActDone): ActAnswerDto {
  return answered({ ...done, revision }, { etag: revision, position });
}

/** The same for an opening act, with the place of the new case. */
export function openingAnswerOf({ revision, position, ...done }: ActDone): ActAnswerDto {
  return answered({ ...done, revision }, { etag: revision, position, location: `/decision/v1/cases/${done.caseId}` });
}

export function clocksOf({ caseId, revision, clocks }: CaseView): CaseClocksDto {
  return { caseId, revision, clocks };
}
