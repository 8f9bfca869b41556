import { StreamableFile } from '@nestjs/common';
import { answered } from '@fajiao/platform';
import type { ActDone } from '../application/case-acts';
import type { DocumentFile } from '../application/case-documents';
import type { ActAnswerDto } from './dto/answer.dto';

/** An act's answer, with the ETag that the next act rests on. */
export function answerOf({ revision, position, ...done }: ActDone): ActAnswerDto {
  return answered({ ...done, revision }, { etag: revision, position });
}

/** The same for an opening act, with the place of the new case. */
export function openingAnswerOf({ revision, position, ...done }: ActDone): ActAnswerDto {
  return answered({ ...done, revision }, { etag: revision, position, location: `/decision/v1/cases/${done.caseId}` });
}

/** A file to look at, under its name. */
export function fileOf({ name, bytes, stream }: DocumentFile, type: string): StreamableFile {
  return new StreamableFile(stream, { type, disposition: `inline; filename="${name}"`, length: bytes });
}
