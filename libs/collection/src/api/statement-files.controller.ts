import { Controller, Inject, Param, Post, Query } from '@nestjs/common';
import {
  Act,
  type ActRequest,
  answered,
  type BankRegister,
  BANKS,
  type BodyFile,
  Operation,
  UploadedFile,
} from '@fajiao/platform';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { StatementFiles } from '../application/statement-files/statement-files';
import { StatementFileFault } from '../application/statement-files/statement-file-fault';
import { collectionProblem } from './collection.messages';
import { ApiBank, bankOf } from './bank-of';
import { StatementFileQueryDto, StatementFileReceiptDto } from './statement-file.dto';
import { takenFile, triedFile } from './statement-file-answers';

const FILES = ['text/csv', 'application/xml', 'application/octet-stream'];
const AFile = ApiBody({
  description:
    'A CSV file of ours (UTF-8 or GB18030), camt.053 (statement) or camt.054 (what has reached the treasury).',
  schema: { type: 'string', format: 'binary' },
});

/** Statements as files: read as a stream, of any size that the server takes. */
@ApiTags('Statements (对账)')
@Controller('collection/v1')
export class StatementFilesController {
  constructor(
    @Inject(StatementFiles) private readonly files: StatementFiles,
    @Inject(BANKS) private readonly banks: BankRegister,
  ) {}

  /** A bank's file of one day, signed like any message of it (对账文件) */
  @Post('bank-callbacks/:bank/statement-files')
  @Operation('collection.sendStatementFile')
  @ApiConsumes(...FILES)
  @AFile
  @ApiBank
  async send(
    @Query() query: StatementFileQueryDto,
    @UploadedFile() file: BodyFile,
    @Act() act: ActRequest,
  ): Promise<StatementFileReceiptDto> {
    return this.take(bankOf(act), query, file, act);
  }

  /** The same file, brought in by the finance clerk: its lines are taken as the word of the bank that made it */
  @Post('statements/:bank/files')
  @Operation('collection.uploadStatementFile')
  @ApiConsumes(...FILES)
  @AFile
  async upload(
    @Param('bank') bank: string,
    @Query() query: StatementFileQueryDto,
    @UploadedFile() file: BodyFile,
    @Act() act: ActRequest,
  ): Promise<StatementFileReceiptDto> {
    if (!this.banks.find(bank)) throw collectionProblem('statement-file.bank');
    return this.take(bank, query, file, act);
  }

  private async take(
    bank: string,
    { dryRun = 'false' }: StatementFileQueryDto,
    { path }: BodyFile,
    act: ActRequest,
  ): Promise<StatementFileReceiptDto> {
    try {
      if (dryRun === 'true') return triedFile(bank, await this.files.tryOut(bank, path, act));
      const { answer, position } = takenFile(bank, await this.files.take(bank, path, act));
      return answered(answer, { position, location: `/collection/v1/statements/${bank}/${answer.date}` });
    } catch (fault) {
      if (fault instanceof StatementFileFault) throw collectionProblem(fault.code, { detail: fault.detail });
      throw fault;
    }
  }
}
