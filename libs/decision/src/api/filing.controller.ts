import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { approveFiling, decideRecusal, refuseFiling, replaceOfficers, requestRecusal } from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import {
  ApproveFilingDto,
  DecideRecusalDto,
  RefuseFilingDto,
  ReplaceOfficersDto,
  RequestRecusalDto,
} from './dto/filing.dto';

@ApiTags('Filing (立案)')
@Controller('decision/v1/cases/:id')
export class FilingController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Approve the filing (立案审批表): the term for deciding runs from here */
  @Post('filing-approval')
  @Operation('decision.approveFiling')
  @ActBody(ApproveFilingDto, {})
  async approve(
    @Param('id', UuidParam) id: string,
    @Body() body: ApproveFilingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(approveFiling, id, body, act));
  }

  /** Refuse the filing (不予立案审批表) */
  @Post('filing-refusal')
  @Operation('decision.refuseFiling')
  @ActBody(RefuseFilingDto, { reason: '违法事实不成立' })
  async refuse(
    @Param('id', UuidParam) id: string,
    @Body() body: RefuseFilingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(refuseFiling, id, body, act));
  }

  /** Replace the officers (更换办案人员审批表) */
  @Post('officers')
  @Operation('decision.replaceOfficers')
  @ActBody(ReplaceOfficersDto, { officers: ['officer-1', 'officer-2'] })
  async replaceOfficers(
    @Param('id', UuidParam) id: string,
    @Body() body: ReplaceOfficersDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(replaceOfficers, id, body, act));
  }

  /** Ask for somebody's recusal (回避申请书): the investigation goes on meanwhile */
  @Post('recusal-requests')
  @Operation('decision.requestRecusal')
  @ActBody(RequestRecusalDto, { person: 'officer-2', by: 'party', ground: '与当事人有亲属关系' })
  async requestRecusal(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestRecusalDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(requestRecusal, id, body, act));
  }

  /** Decide on a challenge (回避决定书) */
  @Post('recusals')
  @Operation('decision.decideRecusal')
  @ActBody(DecideRecusalDto, { officer: 'officer-2', recused: true, ground: '与当事人有亲属关系' })
  async decideRecusal(
    @Param('id', UuidParam) id: string,
    @Body() body: DecideRecusalDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(decideRecusal, id, body, act));
  }
}
