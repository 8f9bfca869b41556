import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import type { Position } from '@fajiao/event-store';
import { Operation, PEOPLE, People } from '@fajiao/platform';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Streams } from '../application/streams';
import { eventNameOf } from '../replay/event-names';
import type { EventRecord } from '../replay/event-record';
import { recordedLate, type RecordingRules } from '../replay/recorded-late';
import { RECORDING_RULES } from './tokens';
import { NotKept } from './not-kept.interceptor';
import { EventDto, LogPageDto, LogQueryDto, StreamPageDto, StreamQueryDto } from './streams.dto';

@ApiTags('Streams (事件流)')
@Controller('audit/v1')
@UseInterceptors(NotKept)
export class StreamsController {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(PEOPLE) private readonly people: People,
    @Inject(RECORDING_RULES) private readonly rules: RecordingRules,
  ) {}

  /** The events of any stream with everything that is kept beside them */
  @Get('streams/:stream/events')
  @ApiParam({ name: 'stream', example: 'case-0d4f3a52-6f6e-5d0e-9f1a-2f6f3f1f0c2a' })
  @Operation('audit.readEvents')
  async events(
    @Param('stream') stream: string,
    @Query() { from = 0, limit = 100 }: StreamQueryDto,
  ): Promise<StreamPageDto> {
    const page = await this.streams.page(stream, from, limit);
    return { ...page, events: page.events.map((event) => this.shown(event)) };
  }

  /** Every event of every stream, in the order in which they were recorded */
  @Get('events')
  @Operation('audit.readLog')
  async log(@Query() { after, limit = 100 }: LogQueryDto): Promise<LogPageDto> {
    const page = await this.streams.log(after as Position | undefined, limit);
    return { ...page, events: page.events.map((event) => ({ stream: event.stream, ...this.shown(event) })) };
  }

  private shown(event: EventRecord): EventDto {
    const { metadata } = event;
    return {
      ...event,
      name: eventNameOf(event.type),
      recordedLate: metadata && recordedLate(this.rules, metadata),
      actorName: (metadata && this.people.find(metadata.actor.id)?.name) ?? null,
    };
  }
}
