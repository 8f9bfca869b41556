import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { Act, type ActRequest, answered, Caller, type CallerRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { CaseReader } from '../application/case-reader';
import { DecisionCases } from '../read/decision-cases.queries';
import { ActBody } from './act-body';
import { openingAnswerOf } from './answers';
import { ActAnswerDto, CaseClocksDto, CaseRequirementsDto, CaseWarningsDto } from './dto/answer.dto';
import { CaseDto } from './dto/case.dto';
import { FileCaseDto } from './dto/filing.dto';
import { CaseListDto, ListCasesDto } from './dto/list-cases.dto';
import { fileCaseOf } from './from-body';

@ApiTags('Cases (案件)')
@Controller('decision/v1/cases')
export class CasesController {
  constructor(
    @Inject(CaseActs) private readonly acts: CaseActs,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(DecisionCases) private readonly cases: DecisionCases,
  ) {}

  /** File a case (立案审批表) */
  @Post()
  @Operation('decision.fileCase')
  @ActBody(FileCaseDto, {
    party: {
      kind: 'individual-business',
      name: '示例网络服务中心',
      unifiedSocialCreditCode: '92140922MA0K12ABXA',
      operator: '示例经营者甲',
    },
    offence: 'CT-NET-31-1',
    actDate: '2023-09-09',
    place: '县城示例街1号',
    officers: ['officer-1', 'officer-2'],
    source: { kind: 'complaint', ref: '12345-2023-0909-017' },
    facts: '凌晨1时30分仍在营业',
  })
  async file(@Body() body: FileCaseDto, @Act() act: ActRequest): Promise<ActAnswerDto> {
    return openingAnswerOf(await this.acts.file(fileCaseOf(body), act));
  }

  /** Cases by party, number, officer, offence, status and date, newest filing first */
  @Get()
  @Operation('decision.listCases')
  async list(@Query() { limit = 20, ...query }: ListCasesDto): Promise<CaseListDto> {
    const { items, next, position } = await this.cases.list({ ...query, limit });
    return answered({ items, next }, position ? { position } : {});
  }

  /** One case as it stands: on file, proposal, decision, duties, clocks */
  @Get(':id')
  @Operation('decision.readCase')
  async read(@Param('id', UuidParam) id: string, @Caller() caller: CallerRequest): Promise<CaseDto> {
    const { view, etag } = await this.reader.read(id, caller.now);
    return answered(view, { etag });
  }

  /** What the law asks before every act on a case, and what of it is missing */
  @Get(':id/requirements')
  @Operation('decision.readRequirements')
  async requirements(
    @Param('id', UuidParam) id: string,
    @Caller() caller: CallerRequest,
  ): Promise<CaseRequirementsDto> {
    return this.reader.requirements(id, caller.now);
  }

  /** What has come to be known since: acts under certificates that, as the register has it now, were not valid on their day */
  @Get(':id/warnings')
  @Operation('decision.readWarnings')
  async warnings(@Param('id', UuidParam) id: string): Promise<CaseWarningsDto> {
    return this.reader.warnings(id);
  }

  /** The clocks of a case, and why each ends on its day */
  @Get(':id/clocks')
  @Operation('decision.readClocks')
  async clocks(@Param('id', UuidParam) id: string, @Caller() caller: CallerRequest): Promise<CaseClocksDto> {
    const { view, etag } = await this.reader.clocks(id, caller.now);
    return answered(view, { etag });
  }
}
