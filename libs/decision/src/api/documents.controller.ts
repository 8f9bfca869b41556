import { Controller, Get, Header, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { Caller, type CallerRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CaseDocuments } from '../application/case-documents';
import { FORM_IDS } from '../application/forms';
import { fileOf } from './answers';
import { CaseDocumentsDto, WhichIssueDto } from './dto/documents.dto';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FORM = { name: 'form', enum: FORM_IDS, example: 'penalty-decision' } as const;

@ApiTags('Documents (文书)')
@Controller('decision/v1/cases/:id/documents')
export class DocumentsController {
  constructor(@Inject(CaseDocuments) private readonly documents: CaseDocuments) {}

  /** The official forms that the record of a case can fill, and what of them was issued */
  @Get()
  @Operation('decision.listDocuments')
  async list(@Param('id', UuidParam) id: string, @Caller() { now }: CallerRequest): Promise<CaseDocumentsDto> {
    return this.documents.list(id, now);
  }

  /** A document as a PDF: exactly as it was issued, else filled from the record; a draft is marked 草稿 */
  @Get(':form.pdf')
  @Operation('decision.readDocumentPdf')
  @Header('Cache-Control', 'no-store')
  @ApiParam(FORM)
  @ApiOkResponse({ content: { 'application/pdf': BINARY } })
  async pdf(
    @Param('id', UuidParam) id: string,
    @Param('form') form: string,
    @Query() which: WhichIssueDto,
    @Caller() { now }: CallerRequest,
  ): Promise<StreamableFile> {
    return fileOf(await this.documents.open(id, { form, format: 'pdf', ...which }, now), 'application/pdf');
  }

  /** The same document as a DOCX */
  @Get(':form.docx')
  @Operation('decision.readDocumentDocx')
  @Header('Cache-Control', 'no-store')
  @ApiParam(FORM)
  @ApiOkResponse({ content: { [DOCX]: BINARY } })
  async docx(
    @Param('id', UuidParam) id: string,
    @Param('form') form: string,
    @Query() which: WhichIssueDto,
    @Caller() { now }: CallerRequest,
  ): Promise<StreamableFile> {
    return fileOf(await this.documents.open(id, { form, format: 'docx', ...which }, now), DOCX);
  }
}
