import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { fen, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Caller, type CallerRequest, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { BankMessages } from '../application/bank-messages';
import { isBankReference } from '../domain/bank-reference';
import {
  PaymentReceiptDto,
  ReferenceDto,
  ReversalReceiptDto,
  StatementReceiptDto,
  TreasuryCreditReceiptDto,
} from './bank-answers.dto';
import { ApiBank, bankOf } from './bank-of';
import { ReportPaymentDto, ReportReversalDto, ReportTreasuryCreditDto, SendStatementDto } from './bank-messages.dto';
import { collectionProblem } from './collection.messages';
import { kept, keptStatement, paymentReceipt, referenceOf, reversalReceipt, treasuryReceipt } from './bank-receipts';

/** Banks sign each message (Standard Webhooks) and repeat it until it is answered: a 2xx says that it is kept. */
@ApiTags('Banks (银行)')
@ApiBank
@Controller('collection/v1/bank-callbacks/:bank')
export class BankCallbacksController {
  constructor(@Inject(BankMessages) private readonly messages: BankMessages) {}

  /** A payment was made (缴款) */
  @Post('payments')
  @Operation('collection.reportPayment')
  async reportPayment(
    @Body() { reference, code, fen: amount, paidAt }: ReportPaymentDto,
    @Act() act: ActRequest,
  ): Promise<PaymentReceiptDto> {
    const payment = { bank: bankOf(act), reference, code, fen: fen(amount), paidAt: parseInstant(paidAt) };
    const { state, position } = kept(await this.messages.payment(payment, act));
    return answered(paymentReceipt(reference, state), { position });
  }

  /** A whole payment was taken back (冲正) */
  @Post('reversals')
  @Operation('collection.reportReversal')
  async reportReversal(
    @Body() { reference, reverses, fen: amount, reversedAt }: ReportReversalDto,
    @Act() act: ActRequest,
  ): Promise<ReversalReceiptDto> {
    const reversal = {
      bank: bankOf(act),
      reference,
      reverses,
      fen: fen(amount),
      reversedAt: instantOrNone(reversedAt),
    };
    const { state, position } = kept(await this.messages.reversal(reversal, act));
    return answered(reversalReceipt(reference, state), { position });
  }

  /** The money of a payment has reached the treasury (国库入账) */
  @Post('treasury-credits')
  @Operation('collection.reportTreasuryCredit')
  async reportTreasuryCredit(
    @Body() { reference, fen: amount, creditedAt }: ReportTreasuryCreditDto,
    @Act() act: ActRequest,
  ): Promise<TreasuryCreditReceiptDto> {
    const credit = { bank: bankOf(act), reference, fen: fen(amount), creditedAt: instantOrNone(creditedAt) };
    const { state, position } = kept(await this.messages.treasuryCredit(credit, act));
    return answered(treasuryReceipt(reference, state), { position });
  }

  /** The statement of a day (对账单) */
  @Post('statements')
  @Operation('collection.sendStatement')
  async sendStatement(@Body() { date, lines }: SendStatementDto, @Act() act: ActRequest): Promise<StatementReceiptDto> {
    const receipt = await this.messages.statement({ bank: bankOf(act), date: parseCivilDate(date), lines }, act);
    const { answer, position } = keptStatement(receipt);
    return answered(answer, { position });
  }

  /** Everything that this bank has told of one reference */
  @Get('payments/:reference')
  @Operation('collection.readReference')
  async readReference(@Param('reference') reference: string, @Caller() caller: CallerRequest): Promise<ReferenceDto> {
    if (!isBankReference(reference)) throw collectionProblem('payment.not-found');
    return referenceOf(reference, await this.messages.read({ bank: bankOf(caller), reference }));
  }
}

const instantOrNone = (text: string | undefined) => (text === undefined ? undefined : parseInstant(text));
