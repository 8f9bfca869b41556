import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** An event that an act made. */
export class MadeEventDto {
  /** @example 'FilingApproved' */
  type!: string;

  /** @example 1 */
  revision!: number;
}

/** Something that stands between a case and its next milestone. */
export class StillRequiredDto {
  /**
   * The act that waits for it.
   * @example 'decide'
   */
  act!: string;

  /** @example 'notice.missing' */
  code!: string;

  /**
   * The rule behind it.
   * @example 'APL-62'
   */
  source!: string;

  /** What the sentence of the code speaks of. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { proposal: 1 } })
  detail?: Readonly<Record<string, string | number | null>>;
}

/** What an act should make people think of; it bars nothing. */
export class WarningDto {
  /** @example 'fine.twice-for-one-act' */
  code!: string;

  /** @example 'APL-29' */
  source!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { cases: '…' } })
  detail?: Readonly<Record<string, string | number | null>>;
}

/** What an act came to. Its ETag names the version that the next act rests on. */
export class ActAnswerDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example 2 */
  revision!: number;

  @ApiProperty({ type: [MadeEventDto] })
  events!: readonly MadeEventDto[];

  /** Of the decision, once it has one. */
  @ApiProperty({ type: String, nullable: true, example: null })
  documentNumber!: string | null;

  @ApiProperty({ type: [WarningDto], example: [] })
  warnings!: readonly WarningDto[];

  @ApiProperty({ type: [StillRequiredDto] })
  stillRequired!: readonly StillRequiredDto[];
}

/** A requirement of an act as it stands now. */
export class AskedDto {
  /** @example 'notice.missing' */
  code!: string;

  /** @example 'APL-62' */
  source!: string;

  @ApiProperty({ enum: ['met', 'missing', 'not-required', 'on-submission'], example: 'missing' })
  state!: string;

  /** Revisions of the events that meet it. */
  @ApiProperty({ type: [Number], example: [] })
  by!: readonly number[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { proposal: 1 } })
  detail?: Readonly<Record<string, string | number | null>>;
}

export class ActRequirementsDto {
  /** @example 'decide' */
  act!: string;

  /**
   * The official form.
   * @example '行政处罚决定书'
   */
  form!: string;

  /** Nothing that can be told beforehand is missing. */
  open!: boolean;

  @ApiProperty({ type: [AskedDto] })
  requirements!: readonly AskedDto[];
}

/** What the law asks before every act on a case, told before anybody acts. */
export class CaseRequirementsDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example 5 */
  revision!: number;

  /** What is missing for the next milestone. */
  @ApiProperty({ type: [StillRequiredDto] })
  next!: readonly StillRequiredDto[];

  @ApiProperty({ type: [ActRequirementsDto] })
  acts!: readonly ActRequirementsDto[];
}

/** What has come to be known of a case since its acts were accepted. */
export class CaseWarningsDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example 9 */
  revision!: number;

  @ApiProperty({
    type: [WarningDto],
    example: [
      {
        code: 'officers.certificate-since-invalid',
        source: 'APL-42',
        detail: { person: 'officer-2', standing: 'withdrawn', revisions: '0, 3' },
      },
    ],
  })
  warnings!: readonly WarningDto[];
}

export class PauseDto {
  @ApiProperty({ format: 'date', example: '2024-05-28' })
  from!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2024-06-17' })
  through!: string | null;

  /** @example '检测鉴定' */
  by!: string;
}

/** A term of the case: where it comes from and why it ends on that day. */
export class CaseClockDto {
  /** @example 'decideBy' */
  name!: string;

  /** Of several of the same name: the number of the preservation or seizure. */
  @ApiPropertyOptional({ type: 'integer', example: undefined })
  subject?: number;

  /** The deciding side itself has to keep it; otherwise the party or another context may use it. */
  @ApiProperty({ example: true })
  ours!: boolean;

  /**
   * Its rule in the rulebook.
   * @example 'decision-term'
   */
  rule!: string;

  /** @example 'APL-60' */
  source!: string;

  /** @example 'statute' */
  standing!: string;

  /** @example 90 */
  length!: number;

  /** Working days, calendar days, months, hours. */
  @ApiProperty({ enum: ['wd', 'cd', 'month', 'hour'], example: 'cd' })
  unit!: string;

  /** `latest`: the act is due by the end; `earliest`: it is possible from the end on. */
  @ApiProperty({ enum: ['latest', 'earliest'], example: 'latest' })
  bound!: string;

  /** @example 'FilingApproved' */
  startedBy!: string;

  @ApiProperty({ format: 'date', example: '2023-09-12' })
  startedOn!: string;

  @ApiProperty({ type: [PauseDto], example: [] })
  pausedBy!: readonly PauseDto[];

  /** Ends that held before a pause or an extension moved them. */
  @ApiProperty({ type: [String], example: [] })
  previousDue!: readonly string[];

  /** Null where the calendar lacks the year, or while the term stands still. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2023-12-11' })
  due!: string | null;

  /** The end to the minute, of a term in hours. */
  @ApiPropertyOptional({ format: 'date-time', example: undefined })
  dueAt?: string;

  /** Where `due` is null: the earliest day that it can be. */
  @ApiPropertyOptional({ format: 'date', example: undefined })
  notBefore?: string;

  @ApiPropertyOptional({ enum: ['calendar-year-not-loaded', 'standing-still'], example: undefined })
  reason?: string;

  /** The rest day from which the end ran on. */
  @ApiPropertyOptional({ format: 'date', example: undefined })
  rolledFrom?: string;

  /** The reading of the profile that the date rests on. */
  @ApiPropertyOptional({ example: 'decision-term' })
  reading?: string;

  @ApiProperty({ enum: ['running', 'standing-still', 'overdue', 'met', 'missed', 'unknown', 'ended'], example: 'met' })
  state!: string;

  @ApiPropertyOptional({ format: 'date', example: '2023-09-28' })
  doneOn?: string;
}

export class CaseClocksDto {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  /** @example 9 */
  revision!: number;

  @ApiProperty({ type: [CaseClockDto] })
  clocks!: readonly CaseClockDto[];
}
