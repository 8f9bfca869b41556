import { Controller, Get, Inject, Query } from '@nestjs/common';
import { civilDateOf, parseCivilDate } from '@fajiao/kernel';
import { answered, Caller, type CallerRequest, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { Planner } from '../read/planner.queries';
import { PlannerDto, PlannerQueryDto } from './planner.dto';
import { plannedFine } from './planning-answers';

@ApiTags('Fines (罚款)')
@Controller('collection/v1/planner')
export class PlannerController {
  constructor(@Inject(Planner) private readonly planner: Planner) {}

  /** Unpaid fines: which must be demanded, by when, and which are about to be lost by time; served first first */
  @Get()
  @Operation('collection.planner')
  async list(
    @Query() { on: day, limit = 50, ...query }: PlannerQueryDto,
    @Caller() { now }: CallerRequest,
  ): Promise<PlannerDto> {
    const on = day === undefined ? civilDateOf(now) : parseCivilDate(day);
    const { items, next, position } = await this.planner.list({ ...query, on, limit });
    return answered({ on, items: items.map(plannedFine), next }, position ? { position } : {});
  }
}
