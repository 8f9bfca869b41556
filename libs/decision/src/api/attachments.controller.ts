import { Controller, Get, Header, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { type BodyFile, Operation, UploadedFile, UuidParam } from '@fajiao/platform';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Attachments } from '../application/attachments';
import { StoredAttachmentDto } from './dto/attachment.dto';

const BYTES = { type: 'string', format: 'binary' } as const;
const DIGEST = '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455';
const ANY = 'application/octet-stream';

@ApiTags('Investigation (调查取证)')
@Controller('decision/v1')
export class AttachmentsController {
  constructor(@Inject(Attachments) private readonly attachments: Attachments) {}

  /** Put a file before an act names it by its digest */
  @Post('attachments')
  @Operation('decision.putAttachment')
  @ApiConsumes(ANY)
  @ApiBody({ schema: BYTES })
  async put(@UploadedFile() file: BodyFile): Promise<StoredAttachmentDto> {
    return this.attachments.put(file);
  }

  /** A file that the case names, checked against its digest before it is served */
  @Get('cases/:id/attachments/:sha256')
  @Operation('decision.readAttachment')
  @Header('Cache-Control', 'no-store')
  @ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, example: DIGEST })
  @ApiOkResponse({ content: { [ANY]: { schema: BYTES } } })
  async read(@Param('id', UuidParam) id: string, @Param('sha256') sha256: string): Promise<StreamableFile> {
    const { stream, bytes } = await this.attachments.open(id, sha256);
    // Never shown by a browser, whatever it is: saved under its digest.
    return new StreamableFile(stream, {
      type: ANY,
      disposition: `attachment; filename="${sha256}"`,
      length: bytes,
    });
  }
}
