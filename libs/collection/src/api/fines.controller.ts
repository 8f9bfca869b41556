import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { type CivilDate, civilDateOf } from '@fajiao/kernel';
import { answered, Caller, type CallerRequest, CivilDateParam, Operation, UuidParam } from '@fajiao/platform';
import { ApiConflictResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Fines } from '../application/fines';
import { FineList } from '../read/fines.queries';
import { collectionProblem } from './collection.messages';
import { amountDueOf, listedFine, surchargeOf } from './fine-answers';
import { FineDto, FineListDto } from './fine.dto';
import { AmountDueDto, SurchargeDto } from './fine-on-day.dto';
import { LedgerDto } from './ledger.dto';
import { ListFinesDto } from './list-fines.dto';
import { ledgerAnswer } from './planning-answers';

/** `on` as Swagger knows it; today where it is left out. */
const OnDay = ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } });

const YearUnknown = ApiConflictResponse({
  description:
    'The amount rests on a working day of a year that is not loaded: it is not guessed (calendar.year-unknown).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

@ApiTags('Fines (罚款)')
@Controller('collection/v1/fines')
export class FinesController {
  constructor(
    @Inject(Fines) private readonly fines: Fines,
    @Inject(FineList) private readonly list_: FineList,
  ) {}

  /** Fines, served last first */
  @Get()
  @Operation('collection.listFines')
  async list(@Query() { limit = 20, ...query }: ListFinesDto): Promise<FineListDto> {
    const { items, next, position } = await this.list_.list({ ...query, limit });
    return answered({ items: items.map(listedFine), next }, position ? { position } : {});
  }

  /** One fine, folded from its stream */
  @Get(':id')
  @Operation('collection.readFine')
  async read(@Param('id', UuidParam) id: string, @Caller() { now }: CallerRequest): Promise<FineDto> {
    const { etag, ...fine } = found(await this.fines.read(id, now));
    return answered(fine, { etag });
  }

  /** What is due on a day, before any payment of that day */
  @Get(':id/amount-due')
  @Operation('collection.amountDue')
  @OnDay
  @YearUnknown
  async amountDue(
    @Param('id', UuidParam) id: string,
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<AmountDueDto> {
    return amountDueOf(id, found(await this.fines.amountDue(id, on ?? civilDateOf(now))));
  }

  /** The surcharge (加处罚款) that has arisen up to and including a day, and the days on which it arose */
  @Get(':id/surcharge')
  @Operation('collection.surcharge')
  @OnDay
  @YearUnknown
  async surcharge(
    @Param('id', UuidParam) id: string,
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<SurchargeDto> {
    return surchargeOf(id, found(await this.fines.surcharge(id, on ?? civilDateOf(now))));
  }

  /** The ledger of a fine (罚款分户账) with its running balance */
  @Get(':id/ledger')
  @Operation('collection.readLedger')
  @OnDay
  @YearUnknown
  async ledger(
    @Param('id', UuidParam) id: string,
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<LedgerDto> {
    const day = on ?? civilDateOf(now);
    return ledgerAnswer(id, day, found(await this.fines.ledger(id, day)).lines);
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw collectionProblem('fine.not-found');
  return value;
}
