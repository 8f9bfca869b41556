import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import {
  holdHearing,
  missHearing,
  noticeHearing,
  receiveStatement,
  requestHearing,
  reviewStatement,
  servePriorNotice,
  waiveRights,
  withdrawHearingRequest,
} from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import {
  HoldHearingDto,
  NoticeHearingDto,
  ReceiveStatementDto,
  ReviewStatementDto,
  WaiveRightsDto,
  WithdrawHearingRequestDto,
} from './dto/defence.dto';
import { ServeDto } from './dto/service.dto';
import { PlainActDto } from './dto/told.dto';
import { noticeHearingOf, serveOf } from './from-body';

@ApiTags('Notice and defence (告知、陈述申辩、听证)')
@Controller('decision/v1/cases/:id')
export class DefenceController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Serve the prior notice of the proposal that stands (行政处罚事先告知书) */
  @Post('prior-notice')
  @Operation('decision.servePriorNotice')
  @ActBody(ServeDto, { mode: 'direct' })
  async serveNotice(
    @Param('id', UuidParam) id: string,
    @Body() body: ServeDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(servePriorNotice, id, serveOf(body), act));
  }

  /** Record that the party waives its statement */
  @Post('rights-waiver')
  @Operation('decision.waiveRights')
  @ActBody(WaiveRightsDto, { statement: '当事人书面放弃陈述、申辩' })
  async waive(
    @Param('id', UuidParam) id: string,
    @Body() body: WaiveRightsDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(waiveRights, id, body, act));
  }

  /** Record the party's statement and defence (陈述申辩笔录) */
  @Post('statements')
  @Operation('decision.receiveStatement')
  @ActBody(ReceiveStatementDto, { text: '请求从轻' })
  async receiveStatement(
    @Param('id', UuidParam) id: string,
    @Body() body: ReceiveStatementDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(receiveStatement, id, body, act));
  }

  /** Review the statements made so far (陈述申辩复核意见书) */
  @Post('statement-review')
  @Operation('decision.reviewStatement')
  @ActBody(ReviewStatementDto, { adopted: false, reasons: '无法定从轻情节' })
  async reviewStatement(
    @Param('id', UuidParam) id: string,
    @Body() body: ReviewStatementDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(reviewStatement, id, body, act));
  }

  /** Record that the party asks for a hearing (听证申请书) */
  @Post('hearing-request')
  @Operation('decision.requestHearing')
  @ActBody(PlainActDto, {})
  async requestHearing(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(requestHearing, id, body, act));
  }

  /** Record that the party takes its request for a hearing back (撤回听证申请书) */
  @Post('hearing-request-withdrawal')
  @Operation('decision.withdrawHearingRequest')
  @ActBody(WithdrawHearingRequestDto, { statement: '当事人书面撤回听证申请' })
  async withdrawRequest(
    @Param('id', UuidParam) id: string,
    @Body() body: WithdrawHearingRequestDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(withdrawHearingRequest, id, body, act));
  }

  /** Tell time and place of the hearing (听证通知书) */
  @Post('hearing-notice')
  @Operation('decision.noticeHearing')
  @ActBody(NoticeHearingDto, { hearingAt: '2023-10-17T09:00:00+08:00' })
  async noticeHearing(
    @Param('id', UuidParam) id: string,
    @Body() body: NoticeHearingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(noticeHearing, id, noticeHearingOf(body), act));
  }

  /** Record the hearing (听证笔录, 听证意见书) */
  @Post('hearing')
  @Operation('decision.holdHearing')
  @ActBody(HoldHearingDto, { chair: 'chair-1', representatives: 1, opinion: '维持拟处罚意见' })
  async holdHearing(
    @Param('id', UuidParam) id: string,
    @Body() body: HoldHearingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(holdHearing, id, body, act));
  }

  /** Record that the party stayed away or walked out */
  @Post('hearing-absence')
  @Operation('decision.missHearing')
  @ActBody(PlainActDto, {})
  async missHearing(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(missHearing, id, body, act));
  }
}
