import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { Operation } from '@fajiao/platform';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

const SVG = 'image/svg+xml';
const CHART = join(__dirname, 'workflow.svg');

@ApiTags('Cases (案件)')
@Controller('decision/v1')
export class WorkflowController {
  /** The procedure as its rules make it (执法流程图) */
  @Get('workflow.svg')
  @Operation('decision.readWorkflow')
  @Header('Content-Disposition', 'inline')
  @ApiOkResponse({ content: { [SVG]: { schema: { type: 'string' } } } })
  read(): StreamableFile {
    return new StreamableFile(createReadStream(CHART), { type: SVG });
  }
}
