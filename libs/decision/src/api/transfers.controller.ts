import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import {
  approveTransfer,
  concludeTransferReview,
  declineTransfer,
  handOver,
  proposeTransfer,
  recordCriminalJudgment,
  refuseTransfer,
  requestTransferReview,
  returnTransfer,
} from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { criminalJudgmentOf } from './after-service-from-body';
import { ActAnswerDto } from './dto/answer.dto';
import { PlainActDto } from './dto/told.dto';
import {
  ConcludeTransferReviewDto,
  HandOverDto,
  ProposeTransferDto,
  RecordCriminalJudgmentDto,
  RefuseTransferDto,
  RequestTransferReviewDto,
  TransferBackDto,
} from './dto/transfer.dto';

@ApiTags('Transfer (移送)')
@Controller('decision/v1/cases/:id')
export class TransfersController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Propose a transfer to the justice organs, also of a decided case, or to another authority (案件移送审批表) */
  @Post('transfers')
  @Operation('decision.proposeTransfer')
  @ActBody(ProposeTransferDto, { to: '公安机关', ground: '涉嫌犯罪' })
  async propose(
    @Param('id', UuidParam) id: string,
    @Body() body: ProposeTransferDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(proposeTransfer, id, body, act));
  }

  /** Approve the transfer, by the principal (正职负责人); it is to be handed over within 24 hours */
  @Post('transfer-approval')
  @Operation('decision.approveTransfer')
  @ActBody(PlainActDto, {})
  async approve(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(approveTransfer, id, body, act));
  }

  /** Refuse the transfer, with reasons on record, by the principal */
  @Post('transfer-refusal')
  @Operation('decision.refuseTransfer')
  @ActBody(RefuseTransferDto, { reasons: '数额未达到追诉标准' })
  async refuse(
    @Param('id', UuidParam) id: string,
    @Body() body: RefuseTransferDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(refuseTransfer, id, body, act));
  }

  /** Hand the case over, with the receipt (案件移送函): its term stands still, or it ends here */
  @Post('transfer-hand-over')
  @Operation('decision.handOver')
  @ActBody(HandOverDto, { receipt: '移送回执' })
  async handOver(
    @Param('id', UuidParam) id: string,
    @Body() body: HandOverDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(handOver, id, body, act));
  }

  /** The justice organs gave the case back: its term runs again */
  @Post('transfer-return')
  @Operation('decision.transferReturned')
  @ActBody(TransferBackDto, { reason: '不构成犯罪，建议行政处罚' })
  async comesBack(
    @Param('id', UuidParam) id: string,
    @Body() body: TransferBackDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(returnTransfer, id, body, act));
  }

  /** The police refused to open a case (不予立案通知书): its term runs again, and a review may be asked for */
  @Post('transfer-declination')
  @Operation('decision.transferDeclined')
  @ActBody(TransferBackDto, { reason: '没有犯罪事实' })
  async decline(
    @Param('id', UuidParam) id: string,
    @Body() body: TransferBackDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(declineTransfer, id, body, act));
  }

  /** Ask for a review of the refusal (提请复议) */
  @Post('transfer-review-request')
  @Operation('decision.requestTransferReview')
  @ActBody(RequestTransferReviewDto, { to: '公安机关', ground: '涉案金额认定有误' })
  async requestReview(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestTransferReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(requestTransferReview, id, body, act));
  }

  /** Record what the review came to; where it is accepted the term stands still again */
  @Post('transfer-review-conclusion')
  @Operation('decision.concludeTransferReview')
  @ActBody(ConcludeTransferReviewDto, { accepted: false, reason: '维持不予立案决定' })
  async concludeReview(
    @Param('id', UuidParam) id: string,
    @Body() body: ConcludeTransferReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(concludeTransferReview, id, body, act));
  }

  /** Record the criminal court's judgment: what of the fine is set off against its own (折抵罚金); no fine follows it */
  @Post('criminal-judgment')
  @Operation('decision.recordCriminalJudgment')
  @ActBody(RecordCriminalJudgmentDto, {
    court: '示例县人民法院',
    judgment: '（2024）示0922刑初1号',
    effectiveOn: '2024-09-30',
    criminalFineFen: 2000000,
    setOffFen: 500000,
  })
  async recordJudgment(
    @Param('id', UuidParam) id: string,
    @Body() body: RecordCriminalJudgmentDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(recordCriminalJudgment, id, criminalJudgmentOf(body), act));
  }
}
