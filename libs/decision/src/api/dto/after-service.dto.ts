import { ApiProperty } from '@nestjs/swagger';
import type { CaseDescription } from '../../domain/describe';

/** Whatever of the record is shown as it stands on file. */
const onFile = { type: 'object' as const, additionalProperties: true };
const listOnFile = { type: 'array' as const, items: onFile, example: [] };

/** What became of a decision after its service: remedies, its fall, easier terms, enforcement, the archive. */
export class AfterServiceDto implements Partial<Record<keyof CaseDescription, unknown>> {
  @ApiProperty({
    ...listOnFile,
    example: [{ remedy: 1, kind: 'reconsideration', soughtOn: '2024-04-10', concluded: null, revision: 14 }],
  })
  remedies!: readonly object[];

  @ApiProperty(listOnFile)
  stays!: readonly object[];

  /** The decision was revoked or is void, and none is to be made anew. */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  fall!: object | null;

  /** Held unlawful, yet in force. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  heldUnlawfulOn!: string | null;

  /** Who changed the decision last. */
  @ApiProperty({ enum: ['reconsideration', 'litigation', 'own-authority'], nullable: true, example: 'reconsideration' })
  changedBy!: string | null;

  /** The day a published decision last fell or was changed. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  fellOn!: string | null;

  /** Decisions of this case that were revoked so that they be made anew. */
  @ApiProperty(listOnFile)
  fallenDecisions!: readonly object[];

  /** The order to decide anew. */
  @ApiProperty({ ...onFile, nullable: true, example: null })
  redo!: object | null;

  /** Deferrals and plans of instalments; the last one holds. */
  @ApiProperty(listOnFile)
  easierTerms!: readonly object[];

  @ApiProperty(listOnFile)
  demands!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  courtApplication!: object | null;

  @ApiProperty(listOnFile)
  enforcementPauses!: readonly object[];

  @ApiProperty({ ...onFile, nullable: true, example: null })
  enforcementEnd!: object | null;

  @ApiProperty({ ...listOnFile, example: [{ archive: 1, on: '2023-11-01', keptUntil: '2053-11-01', revision: 18 }] })
  archives!: readonly object[];
}
