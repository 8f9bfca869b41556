import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import {
  CommandContentDiffers,
  type Position,
  StaleRevision,
  StoreUnavailable,
  StreamNotFound,
} from '@fajiao/event-store';
import type { CivilDate } from '@fajiao/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import {
  Act,
  type ActRequest,
  answered,
  Caller,
  type CallerRequest,
  CivilDateParam,
  type CodeTable,
  type ContextPart,
  IsCivilDate,
  IsFen,
  IsInstant,
  Operation,
  type OperationTable,
  problemsOf,
  projectionsOf,
  type ProjectionsPort,
  readinessOf,
  type ReadinessCheck,
  refusalRecorderOf,
  type RefusedRequest,
  refused,
  Text,
  UuidParam,
} from '../index';

// A context as small as one can be, which uses everything that the platform offers.

export class ItemDto {
  @Text({ max: 20 }) title!: string;
  @IsFen({ min: 1 }) fen!: number;
}

export class NoteDto {
  @Text({ max: 50 }) text!: string;
  @IsOptional() @IsCivilDate() on?: string;
  @IsOptional() @IsInstant() occurredAt?: string;
  @IsOptional() @IsIn(['loud', 'quiet']) manner?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => ItemDto) items?: ItemDto[];
}

export class NothingDto {}

export class NotesQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

type NotesCode = 'note.too-late' | 'note.same-person' | 'note.gone';

const messages: CodeTable<NotesCode> = {
  'note.too-late': { zh: '期限已于{due}届满', en: 'The term ended on {due}' },
  'note.same-person': { zh: '不得由同一人办理', en: 'The same person may not do both' },
  'note.gone': { status: 404, zh: '没有这条记录', en: 'No such note' },
};

const notesProblem = problemsOf(messages);

const operations = {
  'decision.writeNote': { roles: ['officer'], write: 'opening' },
  'decision.approveNote': { roles: ['head'], write: 'act', conditions: 'not who wrote it' },
  'decision.readNote': { roles: ['officer', 'head', 'auditor'] },
  'decision.listNotes': { roles: ['officer', 'head', 'auditor'] },
  'decision.publicNotes': { roles: 'public' },
  'decision.receive': { roles: ['bank'], write: 'callback' },
  'decision.received': { roles: ['bank'] },
} satisfies OperationTable;

export const POSITION = 'store:00000000000000000007' as Position;

/** What the sample context has seen, and how it is told to behave. */
export class Sample {
  readonly recorded: RefusedRequest[] = [];
  readonly handled: { body: unknown; act: ActRequest }[] = [];
  recorderFails = false;
  checks: ReadinessCheck[] = [];
  settled = true;
  reached = true;
  /** Runs inside every act. */
  during: () => Promise<void> = () => Promise.resolve();
}

@Controller('decision/v1/notes')
class NotesController {
  constructor(private readonly sample: Sample) {}

  /** Write a note */
  @Post()
  @Operation('decision.writeNote')
  async write(@Body() body: NoteDto, @Act() act: ActRequest): Promise<{ id: string }> {
    await this.sample.during();
    this.sample.handled.push({ body, act });
    const id = act.commandId('notes');
    return answered({ id }, { etag: 0, position: POSITION, location: `/decision/v1/notes/${id}` });
  }

  /** Approve a note: the parameter chooses what happens */
  @Post(':what/approval')
  @Operation('decision.approveNote')
  approve(@Param('what') what: string, @Body() body: NothingDto, @Act() act: ActRequest): { ok: true } {
    this.sample.handled.push({ body, act });
    if (act.ifMatch !== 5) throw new StaleRevision('note-1', 5);
    switch (what) {
      case 'late':
        throw refused([
          { code: 'note.too-late', source: 'APL-60', detail: { due: '2023-12-11' } },
          { code: 'note.same-person', source: 'APL-57' },
        ]);
      case 'missing':
        throw new StreamNotFound('note-1');
      case 'other-content':
        throw new CommandContentDiffers('note-1', 'c');
      case 'down':
        throw new StoreUnavailable('no');
      case 'broken':
        throw new Error('张三 has 142201199001011234');
      default:
        return answered({ ok: true }, { etag: 6 });
    }
  }

  /** Notes */
  @Get()
  @Operation('decision.listNotes')
  list(@Query() query: NotesQuery, @Caller() caller: CallerRequest) {
    return answered({ limit: query.limit ?? 20, actor: caller.actor, now: caller.now }, { position: POSITION });
  }

  /** One note */
  @Get(':id')
  @Operation('decision.readNote')
  read(@Param('id', UuidParam) id: string, @Query('on', CivilDateParam) on: CivilDate | undefined) {
    if (id.startsWith('0')) throw notesProblem('note.gone');
    return answered({ id, on: on ?? null }, { etag: 5 });
  }
}

@Controller('decision')
class OtherController {
  constructor(private readonly sample: Sample) {}

  /** What everybody may read */
  @Get('public')
  @Operation('decision.publicNotes')
  everybody(@Caller() caller: CallerRequest) {
    return { actor: caller.actor.id };
  }

  /** A bank's message */
  @Post('v1/banks/:bank/messages')
  @Operation('decision.receive')
  receive(@Body() body: ItemDto, @Act() act: ActRequest): { from: string } {
    this.sample.handled.push({ body, act });
    return { from: act.actor.id };
  }

  /** What became of a bank's message */
  @Get('v1/banks/:bank/messages/:reference')
  @Operation('decision.received')
  received(@Caller() caller: CallerRequest): { from: string } {
    return { from: caller.actor.id };
  }
}

@Module({})
export class SampleModule {
  static register(sample: Sample) {
    const recorder = {
      record: (refusal: RefusedRequest) => {
        if (sample.recorderFails) return Promise.reject(new StoreUnavailable('no'));
        sample.recorded.push(refusal);
        return Promise.resolve();
      },
    };
    const projections: ProjectionsPort = {
      waitFor: (_position, signal) =>
        sample.reached
          ? Promise.resolve()
          : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('behind')))),
      status: () => Promise.resolve([{ name: 'notes', position: POSITION, lag: 3, parked: 0 }]),
      settled: () => Promise.resolve(sample.settled),
    };
    return {
      module: SampleModule,
      controllers: [NotesController, OtherController],
      providers: [
        { provide: Sample, useValue: sample },
        { provide: refusalRecorderOf('decision'), useValue: recorder },
        { provide: projectionsOf('decision'), useValue: projections },
        { provide: readinessOf('decision'), useValue: sample.checks },
      ],
    };
  }
}

export const samplePart: ContextPart = {
  context: 'decision',
  side: 'deciding',
  title: 'Notes (示例)',
  description: 'A sample.',
  module: SampleModule,
  operations,
  messages,
};
