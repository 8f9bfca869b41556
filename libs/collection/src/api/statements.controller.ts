import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { CivilDate } from '@fajiao/kernel';
import { answered, CivilDateParam, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { Statements } from '../application/statements';
import { BankDays } from '../read/bank-days.queries';
import { collectionProblem } from './collection.messages';
import { statementOf } from './fine-answers';
import { StatementDto } from './statement.dto';

@ApiTags('Statements (对账)')
@Controller('collection/v1/statements')
export class StatementsController {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(BankDays) private readonly days: BankDays,
  ) {}

  /** A bank's statement of one day, and what became of its lines */
  @Get(':bank/:date')
  @Operation('collection.readStatement')
  async read(@Param('bank') bank: string, @Param('date', CivilDateParam) date: CivilDate): Promise<StatementDto> {
    const statement = BANK_ID.test(bank) ? await this.statements.read(bank, date) : undefined;
    if (!statement) throw collectionProblem('statement.not-found');
    const { result, position } = await this.days.missing(bank, date);
    return answered(statementOf(statement, result), position ? { position } : {});
  }
}

const BANK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
