import { fieldCodes, type FieldFault } from './field-fault';
import type { Problem } from './problem';
import { type Detail, type Language, type Sentence, speak } from './sentence';
import { statusTitles } from './status-titles';

/** RFC 9457 problem details as this system sends them. */
export interface ProblemDocument {
  readonly type: string;
  /** What every answer of this status is. */
  readonly title: string;
  readonly status: number;
  /** What is wrong in this case. */
  readonly detail: string;
  /** Code of a closed table. */
  readonly code: string;
  readonly correlationId: string;
  /** Codes of all grounds, of an act that the law refuses. */
  readonly codes?: readonly string[];
  /** The rule behind the first ground. */
  readonly source?: string;
  readonly grounds?: readonly {
    readonly code: string;
    readonly source: string;
    readonly message: string;
    readonly detail?: Detail;
  }[];
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly header?: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export const REFUSED = 409;

export interface Speaker {
  readonly language: Language;
  readonly correlationId: string;
  /** What a code says; undefined for one that stands in no table. */
  sentence(code: string): Sentence | undefined;
}

/** Writes a problem down; undefined when its code, or that of a ground, stands in no table. */
export function problemDocument(problem: Problem, speaker: Speaker): ProblemDocument | undefined {
  const { language, correlationId } = speaker;
  const { detail, errors, grounds } = problem.content;
  const sentence = speaker.sentence(problem.code);
  if (!sentence) return undefined;
  const status = sentence.status ?? REFUSED;
  const spoken = grounds?.map((ground) => ({ ground, sentence: speaker.sentence(ground.code) }));
  return {
    type: `urn:fajiao:problem:${problem.code}`,
    title: speak(statusTitles[status] ?? sentence, language),
    status,
    detail: speak(sentence, language, detail ?? grounds?.[0].detail),
    code: problem.code,
    correlationId,
    ...(grounds &&
      spoken && {
        codes: grounds.map(({ code }) => code),
        source: grounds[0].source,
        grounds: spoken.map(({ ground, sentence: own }) => ({
          code: ground.code,
          source: ground.source,
          message: own ? speak(own, language, ground.detail) : ground.code,
          ...(ground.detail && { detail: ground.detail }),
        })),
      }),
    ...(errors && { errors: errors.map((fault) => describe(fault, language)) }),
  };
}

function describe(fault: FieldFault, language: Language): NonNullable<ProblemDocument['errors']>[number] {
  const { detail, ...rest } = fault;
  return { ...rest, message: speak(fieldCodes[fault.code], language, detail) };
}
