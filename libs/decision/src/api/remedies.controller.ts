import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import {
  changeDecision,
  concludeRemedy,
  fileAppeal,
  giveJudgment,
  liftStay,
  orderStay,
  replyToRemedy,
  revokeDecision,
  seekRemedy,
} from '../domain/acts';
import { ActBody } from './act-body';
import { appealOf, changeDecisionOf, concludeRemedyOf, judgmentOf, seekRemedyOf } from './after-service-from-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import {
  ChangeDecisionDto,
  ConcludeRemedyDto,
  FileAppealDto,
  GiveJudgmentDto,
  OrderStayDto,
  ReplyToRemedyDto,
  RevokeDecisionDto,
  SeekRemedyDto,
} from './dto/remedies.dto';
import { PlainActDto } from './dto/told.dto';

@ApiTags('Remedies and own error (复议、诉讼、变更、撤销)')
@Controller('decision/v1/cases/:id')
export class RemediesController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Record that a remedy was sought (行政复议, 行政诉讼): no surcharge is counted from that day */
  @Post('remedies')
  @Operation('decision.seekRemedy')
  @ActBody(SeekRemedyDto, { kind: 'reconsideration' })
  async seek(
    @Param('id', UuidParam) id: string,
    @Body() body: SeekRemedyDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(seekRemedy, id, seekRemedyOf(body), act));
  }

  /** Record the bureau's reply to the remedy (行政复议答复书, 行政答辩状) */
  @Post('remedy-reply')
  @Operation('decision.replyToRemedy')
  @ActBody(ReplyToRemedyDto, { summary: '处罚决定事实清楚、证据确凿、程序合法' })
  async reply(
    @Param('id', UuidParam) id: string,
    @Body() body: ReplyToRemedyDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(replyToRemedy, id, body, act));
  }

  /** Record the judgment or ruling of the first instance (一审判决、裁定): in effect when nobody appeals in time */
  @Post('remedy-judgment')
  @Operation('decision.giveJudgment')
  @ActBody(GiveJudgmentDto, { outcome: 'upheld' })
  async judge(
    @Param('id', UuidParam) id: string,
    @Body() body: GiveJudgmentDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(giveJudgment, id, judgmentOf(body), act));
  }

  /** Record an appeal (上诉) from it, by the party or by the authority */
  @Post('remedy-appeal')
  @Operation('decision.fileAppeal')
  @ActBody(FileAppealDto, { by: 'party' })
  async appeal(
    @Param('id', UuidParam) id: string,
    @Body() body: FileAppealDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(fileAppeal, id, appealOf(body), act));
  }

  /** Record how the remedy ended, with all that follows for decision, fine and publication */
  @Post('remedy-conclusion')
  @Operation('decision.concludeRemedy')
  @ActBody(ConcludeRemedyDto, { outcome: 'upheld' })
  async conclude(
    @Param('id', UuidParam) id: string,
    @Body() body: ConcludeRemedyDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(concludeRemedy, id, concludeRemedyOf(body), act));
  }

  /** Stay execution (停止执行) until the remedy ends */
  @Post('stay')
  @Operation('decision.orderStay')
  @ActBody(OrderStayDto, { by: '示例县人民政府' })
  async stay(
    @Param('id', UuidParam) id: string,
    @Body() body: OrderStayDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(orderStay, id, body, act));
  }

  /** Lift the stay */
  @Post('stay-lifting')
  @Operation('decision.liftStay')
  @ActBody(PlainActDto, {})
  async liftStay(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(liftStay, id, body, act));
  }

  /** Change the decision as the authority’s own error (变更): it only becomes milder */
  @Post('decision-change')
  @Operation('decision.changeDecision')
  @ActBody(ChangeDecisionDto, { penalties: [{ kind: 'warning' }], reason: '原决定裁量过重' })
  async change(
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeDecisionDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(changeDecision, id, changeDecisionOf(body), act));
  }

  /** Revoke the decision as the authority’s own error (撤销) */
  @Post('decision-revocation')
  @Operation('decision.revokeDecision')
  @ActBody(RevokeDecisionDto, { reason: '当事人认定错误' })
  async revoke(
    @Param('id', UuidParam) id: string,
    @Body() body: RevokeDecisionDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(revokeDecision, id, body, act));
  }
}
