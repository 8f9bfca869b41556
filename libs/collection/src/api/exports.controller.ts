import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { type CivilDate, civilDateOf, printYuan } from '@fajiao/kernel';
import { Caller, type CallerRequest, CivilDateParam, Operation } from '@fajiao/platform';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { CollectionDeps } from '../application/collection-deps';
import { Statements } from '../application/statements';
import { COLLECTION_DEPS } from '../application/tokens';
import { statementIdOf } from '../domain/statement/statement';
import { FineList } from '../read/fines.queries';
import { StatementLineList } from '../read/statement-lines.queries';
import { Worklist } from '../read/worklist.queries';
import { isBankId } from './bank-fields';
import { collectionProblem } from './collection.messages';
import { type Cell, csvStream, pagesOf } from './csv';
import { ListFinesDto } from './list-fines.dto';
import { StatementQueryDto } from './statement.dto';
import { workItemOf } from './worklist-answers';

const PAGE = 500;

/** Files for a spreadsheet: as long as the list is, made while they are read; no cell of them is run. */
@ApiTags('Views (统计)')
@Controller('collection/v1/exports')
export class ExportsController {
  constructor(
    @Inject(FineList) private readonly fines: FineList,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(StatementLineList) private readonly lines: StatementLineList,
    @Inject(Worklist) private readonly worklist: Worklist,
    @Inject(COLLECTION_DEPS) private readonly deps: CollectionDeps,
  ) {}

  /** Fines, as the list has them */
  @Get('fines.csv')
  @Operation('collection.exportFines')
  @ApiProduces('text/csv')
  listFines(@Query() { limit: _limit, cursor: _cursor, ...query }: ListFinesDto): StreamableFile {
    const columns = [
      '决定书文号',
      '当事人',
      '缴款码',
      '决定日期',
      '送达日期',
      '罚款',
      '没收违法所得',
      '状态',
      '已收',
      '多缴',
      '缴清日期',
    ];
    const pages = mapped(
      pagesOf((cursor) => this.fines.list({ ...query, cursor, limit: PAGE })),
      (row): readonly Cell[] => [
        ...[row.documentNumber, row.partyName, row.paymentCode, row.decidedOn, row.servedOn, printYuan(row.fineFen)],
        ...[
          printYuan(row.confiscatedGainsFen),
          row.state,
          printYuan(row.receivedFen),
          printYuan(row.heldFen),
          row.paidOn,
        ],
      ],
    );
    return fileOf('fines.csv', columns, pages);
  }

  /** The lines of a bank's file and what became of them */
  @Get('statements/:bank/:date/lines.csv')
  @Operation('collection.exportStatementLines')
  @ApiProduces('text/csv')
  async listLines(
    @Param('bank') bank: string,
    @Param('date', CivilDateParam) date: CivilDate,
    @Query() { kind = 'statement' }: StatementQueryDto,
  ): Promise<StreamableFile> {
    const statement = isBankId(bank) ? await this.statements.read(bank, date, kind) : undefined;
    if (!statement) throw collectionProblem('statement.not-found');
    const id = statementIdOf(bank, date, kind);
    const pages = mapped(
      pagesOf((cursor) => this.lines.list(id, { cursor, limit: PAGE })),
      ({ line, reference, fen, bucket, because }): readonly Cell[] => [
        ...[line, reference, printYuan(fen), bucket, because === null ? null : JSON.stringify(because)],
      ],
    );
    return fileOf(`${id}.csv`, ['行', '流水号', '金额', '结果', '依据'], pages);
  }

  /** What waits for a finance clerk */
  @Get('worklist.csv')
  @Operation('collection.exportWorklist')
  @ApiProduces('text/csv')
  listWork(@Caller() { now }: CallerRequest): StreamableFile {
    const on = civilDateOf(now);
    const pages = mapped(
      pagesOf((cursor) => this.worklist.list({ cursor, limit: PAGE })),
      (item): readonly Cell[] => {
        const { clock, owner } = workItemOf(item, on, this.deps);
        return [item.id, item.bank, item.day, item.reference, printYuan(item.fen), item.reason, owner, clock.due];
      },
    );
    return fileOf('worklist.csv', ['编号', '银行', '日期', '流水号', '金额', '原因', '承办人', '期限'], pages);
  }
}

async function* mapped<Item>(
  pages: AsyncIterable<readonly Item[]>,
  cells: (item: Item) => readonly Cell[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const page of pages) yield page.map(cells);
}

const fileOf = (
  name: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): StreamableFile =>
  new StreamableFile(csvStream(columns, pages), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
