import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { parseInstant } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { type FineActDone, FineActs } from '../application/fine-acts';
import { collectionProblem } from './collection.messages';
import {
  AuthoriseRefundDto,
  CancelRequestDto,
  DepositSpotMoneyDto,
  FineActAnswerDto,
  IssueReceiptDto,
  RequestRefundDto,
  RequestReliefDto,
  VoidReceiptDto,
} from './fine-acts.dto';

/** What finance clerks do with a fine. Where money moves, a second person authorises what the first asked for. */
@ApiTags('Acts on fines (退款、减免、票据)')
@Controller('collection/v1/fines/:id')
export class FineActsController {
  constructor(@Inject(FineActs) private readonly acts: FineActs) {}

  /** Pay in money that was taken on the spot (当场收缴款缴付银行) */
  @Post('spot-deposits')
  @Operation('collection.depositSpotMoney')
  async deposit(
    @Param('id', UuidParam) id: string,
    @Body() { bankReference: reference, ...body }: DepositSpotMoneyDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    if (body.occurredAt !== undefined && parseInstant(body.occurredAt) > act.now)
      throw collectionProblem('payment.in-future');
    return answerOf(await this.acts.depositSpotMoney(id, { ...body, reference }, act));
  }

  /** Issue a receipt of the finance authority for a payment (财政票据) */
  @Post('receipts')
  @Operation('collection.issueReceipt')
  async receipt(
    @Param('id', UuidParam) id: string,
    @Body() body: IssueReceiptDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.issueReceipt(id, body, act));
  }

  /** Void a receipt that is wrong, or whose payment was taken back (票据作废); its number is not used again */
  @Post('receipt-voidings')
  @Operation('collection.voidReceipt')
  async voidReceipt(
    @Param('id', UuidParam) id: string,
    @Body() body: VoidReceiptDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.voidReceipt(id, body, act));
  }

  /** Ask for a refund of what is held (退款申请) */
  @Post('refunds')
  @Operation('collection.requestRefund')
  async refund(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestRefundDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.requestRefund(id, body, act));
  }

  /** Authorise a refund as the second person, under the finance authority's approval */
  @Post('refunds/:refundId/authorisation')
  @Operation('collection.authoriseRefund')
  async authoriseRefund(
    @Param('id', UuidParam) id: string,
    @Param('refundId', UuidParam) refundId: string,
    @Body() body: AuthoriseRefundDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.authoriseRefund(id, refundId, body, act));
  }

  /** Withdraw or refuse a refund that is not paid out yet */
  @Post('refunds/:refundId/cancellation')
  @Operation('collection.cancelRefund')
  async cancelRefund(
    @Param('id', UuidParam) id: string,
    @Param('refundId', UuidParam) refundId: string,
    @Body() body: CancelRequestDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.cancelRefund(id, refundId, body, act));
  }

  /** Ask that surcharge be reduced, the fine written off or cancelled, or a proof dispensed with */
  @Post('reliefs')
  @Operation('collection.requestRelief')
  async relief(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestReliefDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.requestRelief(id, body, act));
  }

  /** Authorise it as the second person; its effect follows at once */
  @Post('reliefs/:reliefId/authorisation')
  @Operation('collection.authoriseRelief')
  async authoriseRelief(
    @Param('id', UuidParam) id: string,
    @Param('reliefId', UuidParam) reliefId: string,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.authoriseRelief(id, reliefId, act));
  }

  /** Withdraw or refuse it */
  @Post('reliefs/:reliefId/cancellation')
  @Operation('collection.cancelRelief')
  async cancelRelief(
    @Param('id', UuidParam) id: string,
    @Param('reliefId', UuidParam) reliefId: string,
    @Body() body: CancelRequestDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    return answerOf(await this.acts.cancelRelief(id, reliefId, body, act));
  }
}

function answerOf({ position, etag, ...done }: FineActDone): FineActAnswerDto {
  return answered(done, { etag, position });
}
