import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type Instant, isUuid, parseInstant } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Caller, type CallerRequest, InstantParam, Operation } from '@fajiao/platform';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { FineActs } from '../application/fine-acts';
import { Quotes } from '../application/quotes';
import { isInTestMode } from '../domain/bank-reference';
import { isInFuture } from '../domain/payment/payment.decider';
import { bankOf } from './bank-of';
import { collectionProblem } from './collection.messages';
import { FineActAnswerDto, ReportPayOutDto, ReportRefundReturnDto } from './fine-acts.dto';
import { quoteAnswer } from './planning-answers';
import { QuoteDto } from './quote.dto';

/** `at` as Swagger knows it; now where it is left out. */
const AtInstant = ApiQuery({ name: 'at', required: false, schema: { type: 'string', format: 'date-time' } });

@ApiTags('Payment codes (缴款码)')
@Controller('collection/v1/payment-codes')
export class QuotesController {
  constructor(@Inject(Quotes) private readonly quotes: Quotes) {}

  /** What is due under a payment code at an instant, of what it is made, and until when it holds */
  @Get(':code/quote')
  @Operation('collection.quote')
  @AtInstant
  async quote(
    @Param('code') code: string,
    @Query('at', InstantParam) at: Instant | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<QuoteDto> {
    return quoteAnswer(await this.quotes.quote(code, at ?? now));
  }
}

/** The same for banks, who sign their request; and what they paid out for the treasury. */
@ApiTags('Banks (银行)')
@Controller('collection/v1/bank-callbacks/:bank')
export class BankQuotesController {
  constructor(
    @Inject(Quotes) private readonly quotes: Quotes,
    @Inject(FineActs) private readonly acts: FineActs,
  ) {}

  /** What is due under a payment code at the moment of payment */
  @Get('payment-codes/:code/quote')
  @Operation('collection.quoteForBank')
  @AtInstant
  async quote(
    @Param('bank') _bank: string,
    @Param('code') code: string,
    @Query('at', InstantParam) at: Instant | undefined,
    @Caller() { actor, now }: CallerRequest,
  ): Promise<QuoteDto> {
    if (isInTestMode(bankOf({ actor }))) return quoteAnswer(this.quotes.quoteInTestMode(code, at ?? now));
    return quoteAnswer(await this.quotes.quote(code, at ?? now));
  }

  /** A refund was paid out to the payer for the treasury (退库) */
  @Post('refund-payouts')
  @Operation('collection.reportRefundPayOut')
  async payOut(
    @Param('bank') bank: string,
    @Body() { reference, code, refundId, fen, paidAt }: ReportPayOutDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    const madeAt = parseInstant(paidAt);
    const fineId = await this.fineOf(code, refundId, madeAt, act.now);
    const {
      position,
      etag: _,
      ...done
    } = await this.acts.payOutRefund(fineId, { bank, reference, refundId, fen, madeAt }, act);
    return answered(done, { position });
  }

  /** A refund that was paid out came back (退汇): its money is held again */
  @Post('refund-returns')
  @Operation('collection.reportRefundReturn')
  async returned(
    @Param('bank') bank: string,
    @Body() { reference, code, refundId, fen, returnedAt: at }: ReportRefundReturnDto,
    @Act() act: ActRequest,
  ): Promise<FineActAnswerDto> {
    const returnedAt = parseInstant(at);
    const fineId = await this.fineOf(code, refundId, returnedAt, act.now);
    const back = { bank, reference, refundId, fen, returnedAt };
    const { position, etag: _, ...done } = await this.acts.returnRefund(fineId, back, act);
    return answered(done, { position });
  }

  /** @throws Problem 422 `refund.in-future`, 404 `payment-code.not-found` */
  private async fineOf(code: string, refundId: string, at: Instant, now: Instant): Promise<string> {
    if (isInFuture(at, now)) throw collectionProblem('refund.in-future');
    const fineId = isUuid(refundId) ? await this.quotes.fineOf(code) : undefined;
    if (fineId === undefined) throw collectionProblem('payment-code.not-found');
    return fineId;
  }
}
