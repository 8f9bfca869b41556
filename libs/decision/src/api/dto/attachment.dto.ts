import { ApiProperty } from '@nestjs/swagger';

/** What is kept of a file. */
export class StoredAttachmentDto {
  /**
   * SHA-256 of its content: what acts name it by.
   * @example '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455'
   */
  sha256!: string;

  @ApiProperty({ type: 'integer', format: 'int64', example: 482113 })
  bytes!: number;
}

/** A file that a case names, and whether it is kept here. */
export class CaseAttachmentDto {
  /** @example '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455' */
  sha256!: string;

  @ApiProperty({ example: false })
  stored!: boolean;

  /** Numbers of the pieces of evidence that it is. */
  @ApiProperty({ type: [Number], example: [1] })
  evidence!: readonly number[];
}
