import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { CivilDate } from '@fajiao/kernel';
import { answered, CivilDateParam, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { Statements } from '../application/statements';
import { statementIdOf, type StatementState } from '../domain/statement/statement';
import type { StatementKind } from '../domain/statement/bucket';
import { BankDays } from '../read/bank-days.queries';
import { StatementLineList } from '../read/statement-lines.queries';
import { isBankId } from './bank-fields';
import { collectionProblem } from './collection.messages';
import { statementLineOf, statementOf } from './statement-answers';
import { StatementDto, StatementLinesDto, StatementLinesQueryDto, StatementQueryDto } from './statement.dto';

@ApiTags('Statements (对账)')
@Controller('collection/v1/statements')
export class StatementsController {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(BankDays) private readonly days: BankDays,
    @Inject(StatementLineList) private readonly lineList: StatementLineList,
  ) {}

  /** A bank's statement of one day, and what became of its lines */
  @Get(':bank/:date')
  @Operation('collection.readStatement')
  async read(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Query() { kind = 'statement' }: StatementQueryDto,
  ): Promise<StatementDto> {
    const statement = await this.found(bank, date, kind);
    const { result, position } = await this.days.missing(bank, date);
    const missing = kind === 'statement' ? result : { count: 0, items: [] };
    return answered(statementOf(statement, missing), position ? { position } : {});
  }

  /** Its lines with the bucket of each, and the rules that were tried */
  @Get(':bank/:date/lines')
  @Operation('collection.listStatementLines')
  async lines(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Query() { kind = 'statement', limit = 20, ...query }: StatementLinesQueryDto,
  ): Promise<StatementLinesDto> {
    await this.found(bank, date, kind);
    const { items, next, position } = await this.lineList.list(statementIdOf(bank, date, kind), { ...query, limit });
    return answered({ items: items.map((row) => statementLineOf(row, kind)), next }, position ? { position } : {});
  }

  private async found(bank: string, date: CivilDate, kind: StatementKind): Promise<StatementState> {
    const statement = isBankId(bank) ? await this.statements.read(bank, date, kind) : undefined;
    if (!statement) throw collectionProblem('statement.not-found');
    return statement;
  }
}
