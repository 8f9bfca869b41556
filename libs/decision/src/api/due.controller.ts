import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { civilDateOf } from '@fajiao/kernel';
import { answered, Caller, type CallerRequest, Operation } from '@fajiao/platform';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { decisionProblem } from '../application/decision.messages';
import { DueDesk } from '../application/due-desk';
import { DueFeedDto, DueListDto, ListDueDto } from './dto/due.dto';
import { dueCalendar } from './due-calendar';

const CALENDAR = 'text/calendar; charset=utf-8';
/** A calendar is no page of a list: it holds what comes next. */
const MOST = 500;

@ApiTags('What is due (待办期限)')
@Controller('decision/v1')
export class DueController {
  constructor(@Inject(DueDesk) private readonly desk: DueDesk) {}

  /** Terms that the deciding side still has to keep, the earliest end first */
  @Get('due')
  @Operation('decision.listDue')
  async list(
    @Query() { limit = 20, ...asked }: ListDueDto,
    @Caller() { actor, now }: CallerRequest,
  ): Promise<DueListDto> {
    const { items, next, position } = await this.desk.list({ ...asked, limit }, actor, civilDateOf(now));
    return answered({ items, next }, position ? { position } : {});
  }

  /** The next 500 of them as an iCalendar */
  @Get('due.ics')
  @Operation('decision.readDueCalendar')
  @Header('Content-Type', CALENDAR)
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async calendar(@Query() asked: ListDueDto, @Caller() { actor, now }: CallerRequest): Promise<string> {
    const { items } = await this.desk.list({ ...asked, limit: MOST }, actor, civilDateOf(now));
    return dueCalendar(items, now);
  }

  /** The address of the caller’s own feed, for a calendar program */
  @Get('due-feed')
  @Operation('decision.readDueFeed')
  feed(@Caller() { actor, now }: CallerRequest): DueFeedDto {
    const { token, owner } = this.desk.feed(actor, civilDateOf(now));
    return { path: `/decision/v1/due-feeds/${token}/due.ics`, validUntil: owner.validUntil };
  }

  /** Somebody’s own feed: whoever knows its address reads it */
  @Get('due-feeds/:token/due.ics')
  @Operation('decision.subscribeDue')
  @Header('Content-Type', CALENDAR)
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async subscribed(@Param('token') token: string, @Caller() { now }: CallerRequest): Promise<string> {
    const terms = await this.desk.subscribed(token, MOST, civilDateOf(now));
    if (!terms) throw decisionProblem('due-feed.unknown');
    return dueCalendar(terms, now);
  }
}
