import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { answered, Operation, UuidParam } from '@fajiao/platform';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DisclosedDecisions } from '../read/disclosed-decisions.queries';
import { CachedByContent } from './cached-by-content.interceptor';
import {
  DisclosedDecisionDto,
  DisclosedListDto,
  eitherDecision,
  EitherDecision,
  WithdrawnDecisionDto,
} from './disclosed-decision.dto';
import { disclosureProblem } from './disclosure.messages';
import { ListDecisionsDto } from './list-decisions.dto';

@ApiTags('Decisions (处罚决定)')
@EitherDecision()
@Controller('disclosure/decisions')
@UseInterceptors(CachedByContent)
export class DecisionsController {
  constructor(@Inject(DisclosedDecisions) private readonly decisions: DisclosedDecisions) {}

  /** Published decisions, newest first */
  @Get()
  @Operation('disclosure.list')
  async list(@Query() { q, cursor, limit = 20 }: ListDecisionsDto): Promise<DisclosedListDto> {
    const { items, next, position } = await this.decisions.list({ q, cursor, limit });
    return answered({ items, next }, position ? { position } : {});
  }

  /** One published decision; of one that was taken down, the reason */
  @Get(':caseId')
  @Operation('disclosure.read')
  @ApiOkResponse({ schema: eitherDecision })
  async read(@Param('caseId', UuidParam) caseId: string): Promise<DisclosedDecisionDto | WithdrawnDecisionDto> {
    const decision = await this.decisions.find(caseId);
    if (!decision) throw disclosureProblem('disclosure.not-found');
    return decision;
  }
}
