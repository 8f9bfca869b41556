import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import {
  answerApplication,
  approveDeferral,
  approveInstalments,
  archiveCase,
  concludeCourtReview,
  hearOnDemand,
  issueDemand,
  requestCourtReview,
  resumeEnforcement,
  seekCourtEnforcement,
  suspendEnforcement,
  terminateEnforcement,
} from '../domain/acts';
import { ActBody } from './act-body';
import { deferralOf, demandOf, instalmentsOf } from './after-service-from-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import {
  AnswerApplicationDto,
  ApproveDeferralDto,
  ApproveInstalmentsDto,
  ConcludeCourtReviewDto,
  HearOnDemandDto,
  IssueDemandDto,
  OnGroundDto,
  RequestCourtReviewDto,
  SeekCourtEnforcementDto,
} from './dto/enforcement.dto';
import { PlainActDto } from './dto/told.dto';

@ApiTags('Easier terms, enforcement, archive (延期分期、催告、强制执行、归档)')
@Controller('decision/v1/cases/:id')
export class EnforcementController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Approve a deferral (延期缴纳罚款审批表) */
  @Post('deferral')
  @Operation('decision.approveDeferral')
  @ActBody(ApproveDeferralDto, { until: '2024-03-05', ground: '经济困难，书面申请' })
  async defer(
    @Param('id', UuidParam) id: string,
    @Body() body: ApproveDeferralDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(approveDeferral, id, deferralOf(body), act));
  }

  /** Approve a plan of instalments (分期缴纳罚款审批表) */
  @Post('instalments')
  @Operation('decision.approveInstalments')
  @ActBody(ApproveInstalmentsDto, {
    instalments: [
      { due: '2024-01-31', fen: 200000 },
      { due: '2024-02-29', fen: 300000 },
    ],
    ground: '经济困难，书面申请',
  })
  async instal(
    @Param('id', UuidParam) id: string,
    @Body() body: ApproveInstalmentsDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(approveInstalments, id, instalmentsOf(body), act));
  }

  /** Demand performance (催告书) before the court is applied to */
  @Post('demands')
  @Operation('decision.issueDemand')
  @ActBody(IssueDemandDto, { mode: 'direct', signedBy: '示例经营者甲' })
  async demand(
    @Param('id', UuidParam) id: string,
    @Body() body: IssueDemandDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(issueDemand, id, demandOf(body), act));
  }

  /** Hear the party after a demand (陈述申辩笔录) */
  @Post('demand-statements')
  @Operation('decision.hearOnDemand')
  @ActBody(HearOnDemandDto, { text: '请求暂缓缴纳', adopted: false, reasons: '未提供经济困难的证明' })
  async hear(
    @Param('id', UuidParam) id: string,
    @Body() body: HearOnDemandDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(hearOnDemand, id, body, act));
  }

  /** Apply to the court for enforcement (强制执行申请书); the head signs */
  @Post('court-application')
  @Operation('decision.seekCourtEnforcement')
  @ActBody(SeekCourtEnforcementDto, { objectState: '当事人在示例银行有存款账户', partyOpinion: '当事人未陈述意见' })
  async applyToCourt(
    @Param('id', UuidParam) id: string,
    @Body() body: SeekCourtEnforcementDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(seekCourtEnforcement, id, body, act));
  }

  /** Record the court's answer to the application (行政裁定书): not accepted, granted, refused */
  @Post('court-answer')
  @Operation('decision.answerApplication')
  @ActBody(AnswerApplicationDto, { answer: 'granted' })
  async courtAnswered(
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerApplicationDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(answerApplication, id, body, act));
  }

  /** Ask the court next above to review a refusal (复议申请书), within fifteen days; the head signs */
  @Post('court-review-request')
  @Operation('decision.requestCourtReview')
  @ActBody(RequestCourtReviewDto, { court: '示例市中级人民法院', reasons: '裁定认定事实有误' })
  async requestReview(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestCourtReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(requestCourtReview, id, body, act));
  }

  /** Record what the higher court's review came to */
  @Post('court-review-conclusion')
  @Operation('decision.concludeCourtReview')
  @ActBody(ConcludeCourtReviewDto, { upheld: false, reasons: '撤销原裁定，准予执行' })
  async concludeReview(
    @Param('id', UuidParam) id: string,
    @Body() body: ConcludeCourtReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(concludeCourtReview, id, body, act));
  }

  /** Suspend enforcement (中止执行) */
  @Post('enforcement-suspension')
  @Operation('decision.suspendEnforcement')
  @ActBody(OnGroundDto, { ground: 'unable-for-now' })
  async suspend(
    @Param('id', UuidParam) id: string,
    @Body() body: OnGroundDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(suspendEnforcement, id, body, act));
  }

  /** Resume enforcement (恢复执行) */
  @Post('enforcement-resumption')
  @Operation('decision.resumeEnforcement')
  @ActBody(PlainActDto, {})
  async resume(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(resumeEnforcement, id, body, act));
  }

  /** Terminate enforcement (终结执行) */
  @Post('enforcement-termination')
  @Operation('decision.terminateEnforcement')
  @ActBody(OnGroundDto, { ground: 'citizen-died' })
  async terminate(
    @Param('id', UuidParam) id: string,
    @Body() body: OnGroundDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(terminateEnforcement, id, body, act));
  }

  /** Archive the closed case with a sealed manifest of everything in its file (归档) */
  @Post('archive')
  @Operation('decision.archiveCase')
  @ActBody(PlainActDto, {})
  async archive(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(archiveCase, id, body, act));
  }
}
