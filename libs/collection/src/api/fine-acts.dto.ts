import { IsCivilDate, IsFen, IsInstant, Text } from '@fajiao/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { PROOFS, type Proof, RELIEF_KINDS, type ReliefKind } from '../domain/fine/clerk.events';
import { IsBankReference, IsPaymentFen } from './bank-fields';

const NO_CONTROLS = /^[^\p{Cc}]*$/u;
const BANK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Money taken on the spot is paid in at the bank (当场收缴款缴付银行, APL-71). */
export class DepositSpotMoneyDto {
  @Text({ max: 40 })
  @Matches(BANK_ID)
  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  /** The bank's own number of the deposit: a line of its statement with that number is the second proof. */
  @IsBankReference('A20240920000009')
  bankReference!: string;

  /** Of the cash that is meant; needed only where there are several. */
  @IsOptional()
  @Text({ max: 40 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '晋财0001234' })
  receiptNumber?: string;

  /** When it was deposited; now unless told. */
  @IsOptional()
  @IsInstant()
  @ApiPropertyOptional()
  occurredAt?: string;
}

/** A receipt of the finance authority (财政票据, APL-70). */
export class IssueReceiptDto {
  @Text({ max: 40 })
  @Matches(BANK_ID)
  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  /** Of the payment that it is for. */
  @IsBankReference('A20231008000117')
  reference!: string;

  /** From the finance authority's series; each is used once. */
  @Text({ max: 40 })
  @Matches(NO_CONTROLS)
  @ApiProperty({ example: '晋财0001235' })
  receiptNumber!: string;
}

/** A receipt that is wrong, or whose payment was taken back. */
export class VoidReceiptDto extends IssueReceiptDto {
  @Text({ max: 500 })
  @ApiProperty({ example: '金额打印有误' })
  reason!: string;
}

/** 退款申请 (APL-74). */
export class RequestRefundDto {
  /** At most what is held and not asked for yet, in fen. */
  @IsFen({ min: 1 })
  @ApiProperty({ example: 1300000 })
  fen!: number;

  @IsOptional()
  @Text({ max: 500 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '复议变更后多缴' })
  reason?: string;
}

export class AuthoriseRefundDto {
  /** Number of the finance authority's approval (财政部门批准文号); it must be there. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '示财退〔2024〕1号' })
  approvalNumber?: string;
}

/** A request is withdrawn or refused. */
export class CancelRequestDto {
  @Text({ max: 500 })
  @Matches(NO_CONTROLS)
  @ApiProperty({ example: '金额有误' })
  reason!: string;
}

export class ProofOfPaymentDto {
  @Text({ max: 40 })
  @Matches(BANK_ID)
  @ApiProperty({ example: 'bank-a' })
  bank!: string;

  @IsBankReference('A20231008000117')
  reference!: string;

  @IsIn(PROOFS)
  @ApiProperty({ enum: PROOFS, example: 'treasury' })
  proof!: Proof;
}

/** Collecting is to be ended or lessened (减免加处罚款, 终结执行, 免予佐证). */
export class RequestReliefDto {
  @IsIn(RELIEF_KINDS)
  @ApiProperty({ enum: RELIEF_KINDS, example: 'surcharge-reduction' })
  kind!: ReliefKind;

  /** Of the closed list of its kind in the rulebook. */
  @Text({ max: 60 })
  @ApiProperty({ example: 'execution-agreement' })
  ground!: string;

  @Text({ max: 500 })
  @Matches(NO_CONTROLS)
  @ApiProperty({ example: '已补办许可并停止违法行为' })
  reason!: string;

  /** Number of the document that the ground asks for. */
  @IsOptional()
  @Text({ max: 100 })
  @Matches(NO_CONTROLS)
  @ApiPropertyOptional({ example: '示文执协〔2024〕2号' })
  document?: string;

  /** Surcharge reduction: how much of the surcharge is let off, in fen. */
  @IsOptional()
  @IsFen({ min: 1 })
  @ApiPropertyOptional({ example: 30000 })
  fen?: number;

  /** Surcharge reduction: the day by which the wrong was remedied (ACL-42). */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: '2024-05-30' })
  remediedOn?: string;

  /** Dispensation: the proof that is not to be had. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ProofOfPaymentDto)
  @ApiPropertyOptional({ type: ProofOfPaymentDto, example: undefined })
  payment?: ProofOfPaymentDto;
}

/** Which refund a bank speaks of. */
class RefundOfBankDto {
  /** A payment code of the fine. */
  @Text({ max: 64 })
  @Matches(NO_CONTROLS)
  @ApiProperty({ example: '14092223481920375167' })
  code!: string;

  @Text({ max: 36 })
  @ApiProperty({ format: 'uuid' })
  refundId!: string;

  @IsPaymentFen()
  fen!: number;
}

/** The treasury's bank paid a refund out (退库). */
export class ReportPayOutDto extends RefundOfBankDto {
  /** The bank's own number of the payment out. */
  @IsBankReference('A20240611000077')
  reference!: string;

  @IsInstant()
  paidAt!: string;
}

/** The payment out came back (退汇). */
export class ReportRefundReturnDto extends RefundOfBankDto {
  /** The bank's own number of the return. */
  @IsBankReference('A20240613000005')
  reference!: string;

  @IsInstant()
  returnedAt!: string;
}

export class FineEventDto {
  /** @example 'RefundRequested' */
  type!: string;

  @ApiProperty({ type: 'integer', example: 7 })
  revision!: number;
}

/** What an act on a fine came to. */
export class FineActAnswerDto {
  @ApiProperty({ format: 'uuid' })
  fineId!: string;

  @ApiProperty({ type: 'integer', example: 7 })
  revision!: number;

  @ApiProperty({ type: [FineEventDto] })
  events!: readonly FineEventDto[];

  /** Of the request that the act made. */
  @ApiPropertyOptional({ format: 'uuid', example: undefined })
  refundId?: string;

  @ApiPropertyOptional({ format: 'uuid', example: undefined })
  reliefId?: string;
}
